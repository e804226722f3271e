package dev.migrate.backfill;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.BooleanSupplier;

import dev.migrate.error.MigrateException;

/** Works on one backfill until it has finished, or somebody stops it; others may do so at the same time. */
public final class BackfillRunner {

    private static final long POLL = 200;

    private final Workplace place;

    private final BackfillSettings settings;

    private final BackfillListener listener;

    private final BackfillBooks books;

    /** Works on this connection. */
    public BackfillRunner(Workplace place, BackfillSettings settings, BackfillListener listener) {
        this.place = place;
        this.settings = settings;
        this.listener = listener;
        this.books = place.books();
    }

    /**
     * Begins the backfill if it was never begun, and takes part in it if it is running.
     *
     * @param stop asked between batches whether to stop
     * @return how far it has come: finished, stopped by somebody, or as it was if it is not running
     * @throws MigrateException if it has failed, here or by now elsewhere
     */
    public BackfillStatus run(BackfillDefinition definition, BooleanSupplier stop) throws SQLException {
        Connection connection = place.connection();
        place.dialect().prepare(connection, "migrate backfill " + definition.name());
        // Before anything is written: the revision that makes the table may be still to come.
        new KeyReader(connection, place.dialect(), definition).read();
        books.create();
        books.insert(definition, place.owner());
        books.limit(settings.lockTimeout());
        Pauses pauses = new Pauses(stop);
        Retries retries = new Retries(definition.name(), place, settings.attempts(), listener);
        BackfillStatus status = status(definition);
        if (status.state().isActive()) {
            listener.started(status);
            BackfillCode code = new BackfillCode(definition.code().get(), connection, place.dialect());
            try {
                work(definition, code, new Course(pauses, retries));
            } catch (SQLException | RuntimeException e) {
                throw failed(definition, e);
            }
            status = status(definition);
            listener.ended(status);
        }
        return status;
    }

    private void work(BackfillDefinition definition, BackfillCode code, Course course) throws SQLException {
        Pauses pauses = course.pauses();
        while (status(definition).state() == BackfillState.STARTING && !pauses.isOver()) {
            course.borne(() -> setUp(definition, code));
        }
        if (status(definition).state() != BackfillState.RUNNING || pauses.isOver()) {
            return;
        }
        BackfillKey key = key(definition);
        Throttles throttles = new Throttles(place.connection(), key.table(), settings.throttle());
        BatchLoop loop = new BatchLoop(
                place,
                settings,
                new BatchLoop.Subject(definition, key, code),
                new BatchLoop.Reports(listener, course.retries()));
        String told = null;
        while (!pauses.isOver()) {
            if (throttles.ask()) {
                String now = throttles.told();
                if (now == null ? told != null : !now.equals(told)) {
                    told = now;
                    books.throttled(definition.name(), now);
                    listener.throttled(definition.name(), now);
                }
            }
            if (throttles.isHolding()) {
                if (status(definition).state() != BackfillState.RUNNING) {
                    return;
                }
                pauses.rest(POLL);
            } else if (!loop.go(pauses) && !next(loop, course)) {
                return;
            }
        }
    }

    /** Sees to it that there is something to do again; false if this is over. */
    private boolean next(BatchLoop loop, Course course) throws SQLException {
        String name = loop.subject().definition().name();
        if (status(loop.subject().definition()).state() != BackfillState.RUNNING) {
            return false;
        }
        BackfillBooks.Row row = books.look(name);
        if (row != null && !row.isHandedOut()) {
            HandOut handOut = new HandOut(place, books, loop.subject().key());
            course.borne(() -> handOut.next(name, loop.worker()));
        } else {
            course.borne(
                    () -> !books.hasRanges(name) && finish(name, loop.subject().code()));
        }
        return true;
    }

    /** Sets it up unless another process does. */
    private boolean setUp(BackfillDefinition definition, BackfillCode code) throws SQLException {
        return Transaction.in(place.connection(), () -> {
            if (books.lock(definition.name(), BackfillState.STARTING) == null) {
                return false;
            }
            code.setUp();
            BackfillKey key = new KeyReader(place.connection(), place.dialect(), definition).read();
            List<String> upper = key.last(place.connection());
            books.ready(definition.name(), upper, upper == null ? 0 : code.estimate(key));
            return true;
        });
    }

    /** Finishes it unless another process does, or has work left. */
    private boolean finish(String name, BackfillCode code) throws SQLException {
        return Transaction.in(place.connection(), () -> {
            if (books.lock(name, BackfillState.RUNNING) == null || books.hasRanges(name)) {
                return false;
            }
            code.tearDown();
            books.finished(name);
            return true;
        });
    }

    private BackfillKey key(BackfillDefinition definition) throws SQLException {
        BackfillBooks.Row row = books.look(definition.name());
        String columns = String.join(", ", definition.key());
        if (row != null && !row.columns().equals(columns)) {
            throw new MigrateException(
                    "The key of backfill " + definition.name() + " is (" + columns + ") now, and it was begun with ("
                            + row.columns() + ")",
                    "Cancel it and start over: `migrate backfill cancel " + definition.name()
                            + "`, then `migrate backfill run " + definition.name() + " --again`.");
        }
        return new KeyReader(place.connection(), place.dialect(), definition).read();
    }

    private BackfillStatus status(BackfillDefinition definition) throws SQLException {
        List<BackfillStatus> found = books.read(definition.name());
        return found.isEmpty() ? BackfillStatus.pending(definition) : found.get(0);
    }

    private MigrateException failed(BackfillDefinition definition, Throwable e) {
        BatchFailure failure = BatchFailure.of(e, place.dialect());
        MigrateException told = failure.ended(definition);
        if (failure.kind() != BatchFailure.Kind.DISCONNECTED) {
            try {
                books.failed(definition.name(), failure.sqlState(), failure.message());
            } catch (SQLException suppressed) {
                told.addSuppressed(suppressed);
            }
        }
        return told;
    }

    /** How this process gets on. */
    private record Course(Pauses pauses, Retries retries) {

        /** Tries something, and waits if it was not done; what others keep from being done is left for the next time. */
        void borne(Transaction.Work<Boolean> attempt) throws SQLException {
            try {
                if (!attempt.run()) {
                    pauses.rest(POLL);
                }
            } catch (SQLException | RuntimeException e) {
                retries.after(e, pauses);
            }
        }
    }
}
