package dev.migrate.dialect;

import java.sql.SQLException;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import dev.migrate.dialect.DatabaseFailure.Kind;

/** What the error codes of H2 mean for a run, and its messages without the statement and the values that they quote. */
final class H2Failures {

    /** Lock timeout, deadlock, concurrent update. */
    private static final Set<Integer> RETRYABLE = Set.of(50200, 40001, 90131);

    /** Broken connection, closed database, closed connection. */
    private static final Set<Integer> DISCONNECTED = Set.of(90067, 90098, 90121, 90007);

    /** Rights of an administrator, other rights, read-only database. */
    private static final Set<Integer> FORBIDDEN = Set.of(90040, 90096, 90097);

    private static final ErrorCodes CODES = new ErrorCodes(RETRYABLE, DISCONNECTED, FORBIDDEN);

    private static final Pattern STATEMENT = Pattern.compile("; SQL statement:.*", Pattern.DOTALL);

    private static final Pattern KEY = Pattern.compile(" (VALUES )?\\( ?/\\*.*", Pattern.DOTALL);

    private static final Pattern REFERENCE = Pattern.compile("(REFERENCES [^(]*\\([^)]*\\)).*", Pattern.DOTALL);

    DatabaseFailure explain(SQLException failure) {
        int code = ErrorCodes.of(failure);
        String state = failure.getSQLState() == null ? "" : failure.getSQLState();
        String text = failure.getMessage() == null ? "" : failure.getMessage();
        String message = withoutValues(state, STATEMENT.matcher(text).replaceFirst(""));
        return new DatabaseFailure(
                state, message.lines().findFirst().orElse("").strip(), null, 0, CODES.kind(code, state));
    }

    private static String withoutValues(String state, String message) {
        if (state.equals("23505")) {
            return KEY.matcher(message).replaceFirst("\"");
        }
        if (state.equals("23506") || state.equals("23503")) {
            return REFERENCE.matcher(message).replaceFirst("$1\"");
        }
        int quoted = message.indexOf(state.equals("22001") ? ": \"" : "\"");
        return state.startsWith("22") && quoted >= 0
                ? message.substring(0, quoted).strip() + " …"
                : message;
    }

    @Nullable String adviceFor(DatabaseFailure failure) {
        return switch (failure.sqlState()) {
            case "42S01", "42S11", "42S21" ->
                "If something else created it (Hibernate's ddl-auto, say), tell migrate what the database already"
                        + " has: `migrate stamp REVISION`.";
            case "HYT00" -> "Another session holds a lock. End what it does, or raise the lock timeout.";
            case "57014" -> "The statement took longer than the statement timeout. Raise the limit, or split the work.";
            default ->
                failure.kind() == Kind.FORBIDDEN
                        ? "Run with a database user that may change the schema: set migrate.username and"
                                + " migrate.password."
                        : null;
        };
    }
}
