package dev.migrate.backfill;

import java.sql.SQLException;
import java.util.List;

import dev.migrate.error.MigrateException;

/** What one process does for one backfill: its setup, its batches and its teardown, each unless another process does it. */
final class BackfillRun {

    private static final long POLL_MILLIS = 200;

    private static final long REPORT_NANOS = 1_000_000_000;

    private final Workplace place;

    private final BackfillSettings settings;

    private final BackfillDefinition definition;

    private final BackfillListener listener;

    private final Pauses pauses;

    private final BackfillBooks books;

    private final BackfillCode code;

    private final Retries retries;

    private long reported = System.nanoTime() - REPORT_NANOS;

    /** Makes the code of the backfill, which may fail. */
    BackfillRun(Workplace place, BackfillSettings settings, BackfillDefinition definition, Signals signals) {
        this.place = place;
        this.settings = settings;
        this.definition = definition;
        this.listener = signals.listener();
        this.pauses = signals.pauses();
        this.books = place.books();
        this.code = new BackfillCode(made(definition), place.connection(), place.dialect());
        this.retries = new Retries(definition.name(), place, settings.attempts(), listener);
    }

    private static JavaBackfill made(BackfillDefinition definition) {
        try {
            return definition.code().get();
        } catch (RuntimeException e) {
            throw new MigrateException(
                    "Backfill " + definition.name() + " cannot run: its code cannot be made: " + e.getMessage(),
                    List.of("at " + definition.origin()),
                    "Correct it. Other processes are not kept from running the backfill.",
                    e);
        }
    }

    /** Works until it has finished, or somebody has stopped it, or this process. */
    void work() throws SQLException {
        while (is(BackfillState.STARTING) && !pauses.isOver()) {
            attempt(this::setUp);
        }
        if (!is(BackfillState.RUNNING) || pauses.isOver()) {
            return;
        }
        BackfillKey key = new KeyReader(place.connection(), place.dialect(), definition).read();
        Throttles throttles = new Throttles(place.connection(), key.table(), settings.throttle());
        BatchLoop batches = new BatchLoop(
                place,
                settings,
                new BatchLoop.Subject(definition, key, code),
                new BatchLoop.Reports(listener, retries));
        boolean more = true;
        while (more && !pauses.isOver()) {
            if (throttles.ask()) {
                books.throttled(definition.name(), throttles.told());
                listener.throttled(definition.name(), throttles.told());
            }
            if (throttles.isHolding()) {
                more = is(BackfillState.RUNNING);
                pauses.rest(POLL_MILLIS);
            } else {
                more = batches.go(pauses) || moreAfter(batches);
            }
            report();
        }
    }

    private void report() throws SQLException {
        if (System.nanoTime() - reported >= REPORT_NANOS) {
            reported = System.nanoTime();
            listener.progress(books.status(definition));
        }
    }

    private boolean is(BackfillState state) throws SQLException {
        return books.is(definition, state);
    }

    /** Sees to it that there are ranges again, or that it has finished; false if this is over. */
    private boolean moreAfter(BatchLoop batches) throws SQLException {
        BackfillBooks.Row row = books.running(definition);
        if (row == null) {
            return false;
        }
        if (!row.isHandedOut()) {
            attempt(batches::handOut);
        } else {
            attempt(() -> !books.hasRanges(definition.name()) && finish());
        }
        return true;
    }

    /** Tries something, and waits if another process does it; what others have made fail is left for the next time. */
    private void attempt(Transaction.Work<Boolean> work) throws SQLException {
        try {
            if (!work.run()) {
                pauses.rest(POLL_MILLIS);
            }
        } catch (SQLException | RuntimeException | LinkageError | AssertionError e) {
            retries.after(e, pauses);
        }
    }

    private boolean setUp() throws SQLException {
        return Transaction.in(place.connection(), () -> {
            if (books.lock(definition, BackfillState.STARTING) == null) {
                return false;
            }
            code.setUp();
            BackfillKey key = new KeyReader(place.connection(), place.dialect(), definition).read();
            List<String> upper = key.last(place.connection());
            books.ready(definition.name(), upper, upper == null ? 0 : code.estimate(key));
            return true;
        });
    }

    private boolean finish() throws SQLException {
        return Transaction.in(place.connection(), () -> {
            if (books.lock(definition, BackfillState.RUNNING) == null || books.hasRanges(definition.name())) {
                return false;
            }
            code.tearDown();
            books.finished(definition.name());
            return true;
        });
    }

    /**
     * Whom it tells, and who may stop it.
     *
     * @param listener of this process
     * @param pauses end when this process is to stop
     */
    record Signals(BackfillListener listener, Pauses pauses) {}
}
