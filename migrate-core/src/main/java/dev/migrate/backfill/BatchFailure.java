package dev.migrate.backfill;

import java.sql.SQLException;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.migrate.dialect.DatabaseFailure;
import dev.migrate.dialect.Dialect;
import dev.migrate.error.JavaFailure;
import dev.migrate.error.MigrateException;

/**
 * What a failed batch means.
 *
 * @param sqlState five characters, or empty
 * @param message one line, without any value out of a row
 * @param kind what can be done about it
 * @param hint what its author says to do, or {@code null}
 * @param cause what was caught
 */
record BatchFailure(
        String sqlState,
        String message,
        Kind kind,
        @Nullable String hint,
        Throwable cause) {

    /** A statement took too long. */
    private static final String CANCELLED = "57014";

    enum Kind {
        /** A smaller batch may get through a little later. */
        RETRY,
        /** The connection is gone, and with it whatever was not committed. */
        DISCONNECTED,
        /** The batch will fail again. */
        FINAL
    }

    static BatchFailure of(Throwable failure, Dialect dialect) {
        SQLException sql = JavaFailure.ofDatabase(failure);
        if (sql != null) {
            DatabaseFailure refused = dialect.explain(sql);
            Kind kind =
                    switch (refused.kind()) {
                        case RETRYABLE -> Kind.RETRY;
                        case DISCONNECTED -> Kind.DISCONNECTED;
                        default -> refused.sqlState().equals(CANCELLED) ? Kind.RETRY : Kind.FINAL;
                    };
            return new BatchFailure(refused.sqlState(), refused.message(), kind, null, failure);
        }
        return new BatchFailure("", JavaFailure.told(failure), Kind.FINAL, JavaFailure.hint(failure, null), failure);
    }

    /** Returns what a person is told when a batch is tried again. */
    MigrateException toldAs() {
        return new MigrateException(message, List.of(), hint, cause);
    }

    /** Returns what a person is told when the backfill has failed. */
    MigrateException ended(BackfillDefinition definition) {
        if (kind == Kind.DISCONNECTED) {
            return new MigrateException(
                    "The connection to the database was lost: " + message,
                    List.of("While backfill " + definition.name()
                            + " ran. Its last batch was kept with the note that it is done, or not at all."),
                    "`migrate backfill run " + definition.name() + "` goes on where it stopped.",
                    cause);
        }
        return new MigrateException(
                "Backfill " + definition.name() + " has failed: " + message,
                List.of("at " + definition.origin(), "Nothing of the last batch was kept."),
                (hint == null ? "Correct the cause" : hint) + (hint != null && hint.endsWith(".") ? " " : ". ")
                        + "`migrate backfill run " + definition.name() + "` goes on where it stopped.",
                cause);
    }
}
