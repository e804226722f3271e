package dev.migrate.dialect;

import java.sql.SQLException;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** What the error codes of MariaDB mean for a run, and its messages without the values that they quote. */
final class MariaDbFailures {

    /** Record changed since it was read, lock wait timeout, deadlock. */
    private static final Set<Integer> RETRYABLE = Set.of(1020, 1205, 1213);

    /** Shutdown, killed connection, server gone, connection lost. */
    private static final Set<Integer> DISCONNECTED = Set.of(1053, 1927, 2006, 2013);

    /** Missing rights of several kinds, read-only server, read-only transaction. */
    private static final Set<Integer> FORBIDDEN =
            Set.of(1044, 1045, 1142, 1143, 1227, 1290, 1370, 1410, 1419, 1698, 1792, 1836);

    private static final ErrorCodes CODES = new ErrorCodes(RETRYABLE, DISCONNECTED, FORBIDDEN);

    private static final Set<Integer> QUOTES_VALUES = Set.of(1292, 1366, 1367, 1411, 1525, 1526, 1690, 1918);

    private static final int SYNTAX_ERROR = 1064;

    private static final Pattern THERE_ALREADY =
            Pattern.compile("already exists$|^Duplicate (column name|key name|FOREIGN KEY)");

    private static final Pattern DRIVER = Pattern.compile("^\\(conn[=:]\\d+\\) ");

    private static final Pattern SYNTAX =
            Pattern.compile("; check the manual .* to use near '(\\V*).*' at line (\\d+)$", Pattern.DOTALL);

    private static final Pattern DUPLICATE = Pattern.compile("'.*' for key", Pattern.DOTALL);

    private static final Pattern VALUE = Pattern.compile(" '.*'(?= for (?:column|function) )| '.*'", Pattern.DOTALL);

    DatabaseFailure explain(SQLException failure) {
        int code = ErrorCodes.of(failure);
        String state = failure.getSQLState() == null ? "" : failure.getSQLState();
        String text = failure.getMessage() == null ? "" : failure.getMessage();
        String message = withoutValues(code, DRIVER.matcher(text).replaceFirst(""));
        return new DatabaseFailure(
                state, message.lines().findFirst().orElse("").strip(), null, 0, CODES.kind(code, state));
    }

    private static String withoutValues(int code, String message) {
        if (code == SYNTAX_ERROR) {
            return SYNTAX.matcher(message).replaceFirst(" near '$1' in line $2 of the statement");
        }
        return QUOTES_VALUES.contains(code)
                ? VALUE.matcher(message).replaceFirst(" …")
                : DUPLICATE.matcher(message).replaceFirst("for key");
    }

    @Nullable String adviceFor(DatabaseFailure failure) {
        if (THERE_ALREADY.matcher(failure.message()).find()) {
            return "If something else created it (Hibernate's ddl-auto, say), tell migrate what the database already"
                    + " has: `migrate stamp REVISION`.";
        }
        if (failure.message().contains("max_statement_time")) {
            return "The statement took longer than the statement timeout. Raise the limit, or split the work.";
        }
        return switch (failure.kind()) {
            case RETRYABLE -> "Another session holds a lock. End what it does, or raise the lock timeout.";
            case FORBIDDEN ->
                "Run with a database user that may change the schema: set migrate.username and migrate.password.";
            default -> null;
        };
    }
}
