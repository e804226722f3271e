package dev.migrate.backfill;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

import dev.migrate.dialect.Dialect;
import dev.migrate.error.MigrateException;

/** Counts what failed in a row because of others, and waits longer each time. */
final class Retries {

    private static final long LONGEST = 10_000;

    private final String name;

    private final Dialect dialect;

    private final int attempts;

    private final BackfillBooks books;

    private final BackfillListener listener;

    private int failures;

    Retries(String name, Workplace place, int attempts, BackfillListener listener) {
        this.name = name;
        this.dialect = place.dialect();
        this.attempts = attempts;
        this.books = place.books();
        this.listener = listener;
    }

    void succeeded() {
        failures = 0;
    }

    /** Waits after a failure that others have caused, and throws it if it is another or the last that is borne. */
    void after(Throwable e, Pauses pauses) throws SQLException {
        BatchFailure failure = BatchFailure.of(e, dialect);
        if (failure.kind() != BatchFailure.Kind.RETRY || ++failures >= attempts) {
            if (e instanceof SQLException sql) {
                throw sql;
            }
            if (e instanceof RuntimeException runtime) {
                throw runtime;
            }
            throw new MigrateException(failure.message(), List.of(), failure.hint(), e);
        }
        books.retried(name);
        long most = Math.min(LONGEST, 100L << Math.min(failures, 10));
        Duration pause =
                Duration.ofMillis(most / 2 + ThreadLocalRandom.current().nextLong(most / 2));
        listener.retried(name, failure.toldAs(), pause);
        pauses.rest(pause.toMillis());
    }
}
