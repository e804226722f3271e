package dev.migrate.backfill;

import java.sql.SQLException;
import java.time.Duration;

import dev.migrate.error.MigrateException;

/** Processes batch after batch of the ranges that are free, each in a transaction with its range's new cursor. */
final class BatchLoop {

    private static final long NONE = -1;

    private final Workplace place;

    private final BackfillSettings settings;

    private final Subject subject;

    private final BackfillListener listener;

    private final BackfillBooks books;

    private final String name;

    private final BatchSize size;

    private final Retries retries;

    BatchLoop(Workplace place, BackfillSettings settings, Subject subject, Reports reports) throws SQLException {
        this.place = place;
        this.settings = settings;
        this.subject = subject;
        this.listener = reports.listener();
        this.retries = reports.retries();
        this.books = place.books();
        this.name = subject.definition().name();
        BackfillBooks.Row row = books.look(name);
        this.size = new BatchSize(settings, row == null ? 0 : row.size());
    }

    Subject subject() {
        return subject;
    }

    /** Returns what the books say of this process. */
    BackfillBooks.Worker worker() {
        return new BackfillBooks.Worker(place.owner(), size.rows(), size.rate());
    }

    /** Processes a batch, then rests; false if there is none. */
    boolean go(Pauses pauses) throws SQLException {
        long start = System.nanoTime();
        long rows;
        try {
            rows = Transaction.in(place.connection(), this::batch);
        } catch (SQLException | RuntimeException | LinkageError | AssertionError e) {
            retries.after(e, pauses);
            size.halve();
            return true;
        }
        if (rows == NONE) {
            return false;
        }
        retries.succeeded();
        Duration duration = Duration.ofNanos(System.nanoTime() - start);
        if (rows > 0) {
            size.took(rows, duration);
            listener.batch(name, rows, duration);
            pauses.rest((long) (duration.toMillis() * settings.rest()));
        }
        return true;
    }

    /** Returns how many rows were processed, 0 at the end of a range, {@link #NONE} without a range. */
    private long batch() throws SQLException {
        BackfillBooks.Range range = books.take(subject.definition(), place.owner(), settings);
        if (range == null) {
            return NONE;
        }
        long limit = size.rows();
        Page page = subject.key().next(place.connection(), range.after(), range.to(), limit);
        if (page.isEmpty()) {
            books.complete(name, range.id());
            return 0;
        }
        subject.code().process(subject.key(), page);
        if (place.connection().getAutoCommit() || !books.advance(range.id(), page, worker())) {
            throw new MigrateException(
                    "The code of the backfill has ended the transaction of its batch",
                    "Whether the batch will be processed again cannot be told. Leave COMMIT and ROLLBACK out of it.");
        }
        if (page.rows() < limit || page.last().equals(range.to())) {
            books.complete(name, range.id());
        }
        return page.rows();
    }

    /**
     * What is processed.
     *
     * @param definition the backfill
     * @param key the order of its rows
     * @param code what processes them
     */
    record Subject(BackfillDefinition definition, BackfillKey key, BackfillCode code) {}

    /**
     * Who is told.
     *
     * @param listener of this process
     * @param retries what failed because of others
     */
    record Reports(BackfillListener listener, Retries retries) {}
}
