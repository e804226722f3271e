package dev.migrate.dialect;

import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

import dev.migrate.dialect.DatabaseFailure.Kind;

/** What the SQLSTATEs of PostgreSQL mean for a run (manual, appendix A). */
final class PostgresFailures {

    private static final Set<String> RETRYABLE = Set.of("55P03", "40P01", "40001");

    private static final Set<String> DISCONNECTED = Set.of("57P01", "57P02", "57P03");

    private static final Set<String> FORBIDDEN = Set.of("42501", "25006");

    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"");

    DatabaseFailure explain(SQLException failure) {
        PSQLException postgres = postgres(failure);
        if (postgres == null) {
            return plain(failure);
        }
        ServerErrorMessage server = postgres.getServerErrorMessage();
        if (server == null) {
            return plain(postgres);
        }
        String state = text(server.getSQLState());
        // The primary message of a data exception quotes the value; DETAIL holds whole rows and is never read.
        String message = text(server.getMessage());
        if (state.startsWith("22")) {
            message = QUOTED.matcher(message).replaceAll("\"…\"");
        }
        return new DatabaseFailure(state, oneLine(message), server.getHint(), server.getPosition(), kind(state));
    }

    int failedEntry(BatchUpdateException failure) {
        // The driver marks every entry of a failed batch as failed and tells the place only at the start of its
        // message,
        // in the language of the process: the first number in it. Batches are short enough to need no separators.
        String message = text(failure.getMessage());
        int index = -1;
        for (int i = 0; i < message.length(); i++) {
            int digit = Character.digit(message.charAt(i), 10);
            if (digit >= 0) {
                index = Math.max(index, 0) * 10 + digit;
            } else if (index >= 0) {
                break;
            }
        }
        return index;
    }

    @Nullable String adviceFor(DatabaseFailure failure) {
        return switch (failure.sqlState()) {
            case "42P07", "42710", "42701" ->
                "If something else created it (Hibernate's ddl-auto, say), tell migrate what the database already"
                        + " has: `migrate stamp REVISION`.";
            case "42501" ->
                "Run with a database user that owns the schema: set migrate.username and migrate.password, or grant"
                        + " the privilege.";
            case "25006" -> "This is a read-only database or a standby. Point migrate.url to the primary.";
            case "53200" ->
                "One transaction can lock only so many tables: raise max_locks_per_transaction, or set"
                        + " migrate.transaction=per-revision.";
            case "25001" ->
                "Move the statement to a revision of its own, and mark its section: `-- migrate:upgrade"
                        + " transaction=false`.";
            case "55P03" ->
                "Another session holds the lock. Find it with pg_blocking_pids(), or raise"
                        + " migrate.postgresql.lock-timeout or retry-for.";
            case "57014" ->
                "The statement took longer than migrate.postgresql.statement-timeout, or somebody cancelled it. Raise"
                        + " the limit, or split the work.";
            default -> null;
        };
    }

    private static @Nullable PSQLException postgres(SQLException failure) {
        Throwable current = failure;
        while (current != null) {
            if (current instanceof PSQLException postgres) {
                return postgres;
            }
            current = current.getCause();
        }
        return null;
    }

    private static DatabaseFailure plain(SQLException failure) {
        String state = text(failure.getSQLState());
        return new DatabaseFailure(state, oneLine(text(failure.getMessage())), null, 0, kind(state));
    }

    private static Kind kind(String state) {
        if (RETRYABLE.contains(state)) {
            return Kind.RETRYABLE;
        }
        if (state.startsWith("08") || DISCONNECTED.contains(state)) {
            return Kind.DISCONNECTED;
        }
        return FORBIDDEN.contains(state) ? Kind.FORBIDDEN : Kind.PERMANENT;
    }

    private static String oneLine(String message) {
        int end = message.indexOf('\n');
        return (end < 0 ? message : message.substring(0, end)).strip();
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
