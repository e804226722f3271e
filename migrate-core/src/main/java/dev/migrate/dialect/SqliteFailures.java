package dev.migrate.dialect;

import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import dev.migrate.dialect.DatabaseFailure.Kind;

/** What the result codes of SQLite mean for a run; its messages name tables and columns, never values. */
final class SqliteFailures {

    private static final int PERM = 3;

    private static final int BUSY = 5;

    private static final int LOCKED = 6;

    private static final int READONLY = 8;

    private static final int AUTH = 23;

    private static final Pattern DRIVER = Pattern.compile("\\[SQLITE_\\w+] [^(]*\\((.*)\\)", Pattern.DOTALL);

    DatabaseFailure explain(SQLException failure) {
        String text = failure.getMessage() == null ? "" : failure.getMessage();
        Matcher driver = DRIVER.matcher(text);
        String message = driver.matches() ? driver.group(1) : text;
        String state = failure.getSQLState() == null ? "" : failure.getSQLState();
        String line = message.lines().findFirst().orElse("").strip();
        return new DatabaseFailure(state, line, null, 0, kind(ErrorCodes.of(failure) & 0xFF));
    }

    private static Kind kind(int code) {
        return switch (code) {
            case BUSY, LOCKED -> Kind.RETRYABLE;
            case PERM, READONLY, AUTH -> Kind.FORBIDDEN;
            default -> Kind.PERMANENT;
        };
    }

    @Nullable String adviceFor(DatabaseFailure failure) {
        return switch (failure.kind()) {
            case RETRYABLE -> "Another connection writes to the database. End what it does, or raise the lock timeout.";
            case FORBIDDEN -> "Give the process the right to write to the database file and to its folder.";
            default ->
                failure.message().endsWith("already exists")
                        ? "If something else created it (Hibernate's ddl-auto, say), tell migrate what the database"
                                + " already has: `migrate stamp REVISION`."
                        : null;
        };
    }
}
