package dev.migrate.backfill;

import java.sql.SQLException;
import java.time.Duration;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.GrowingPause;

/** Bears what fails because of others, a number of times in a row, and waits longer each time. */
final class Retries {

    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final GrowingPause pause = new GrowingPause(LONGEST);

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
        pause.reset();
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
            throw failure.toldAs();
        }
        books.retried(name);
        Duration rest = pause.next();
        listener.retried(name, failure.toldAs(), rest);
        pauses.rest(rest.toMillis());
    }
}
