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

    private final RangeBooks ranges;

    private final String name;

    private final BatchSize size;

    private final Retries retries;

    BatchLoop(Workplace place, BackfillSettings settings, Subject subject, Reports reports) throws SQLException {
        this.place = place;
        this.settings = settings;
        this.subject = subject;
        this.listener = reports.listener();
        this.retries = reports.retries();
        this.ranges = new RangeBooks(place, settings, subject);
        this.name = subject.definition().name();
        BackfillBooks.Row row = place.books().look(name);
        this.size = new BatchSize(settings, row == null ? 0 : row.size());
    }

    /** Has ranges again, unless another process is about to see to that; false if one is. */
    boolean handOut() throws SQLException {
        return new HandOut(place, subject, ranges).next(worker());
    }

    private RangeBooks.Worker worker() {
        return new RangeBooks.Worker(size.rows(), size.rate());
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
        long limit = size.rows();
        RangeBooks.Range range = ranges.take(limit);
        if (range == null) {
            return NONE;
        }
        Page page = range.page();
        if (!page.isEmpty()) {
            subject.code().process(subject.key(), page);
        }
        if (place.connection().getAutoCommit() || !note(range, limit)) {
            throw new MigrateException(
                    "The code of the backfill has ended the transaction of its batch",
                    "Whether the batch will be processed again cannot be told. Leave COMMIT and ROLLBACK out of it.");
        }
        return page.rows();
    }

    private boolean note(RangeBooks.Range range, long limit) throws SQLException {
        return range.endsWithin(limit) ? ranges.complete(range, worker()) : ranges.advance(range, worker());
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
