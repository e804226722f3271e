package dev.migrate.run;

import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

import dev.migrate.error.MigrateException;

/**
 * Asks runs to end at their next safe point, from another thread: the statement under way is cancelled, what a transaction did is
 * rolled back, what a statement outside of one has left is cleaned up; a backfill ends behind its batch. No other run begins
 * afterwards. The end of the process asks by itself.
 */
public final class RunStop {

    static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final Duration AGAIN = Duration.ofMillis(200);

    private final ReentrantLock lock = new ReentrantLock();

    private final Condition changed = lock.newCondition();

    private volatile boolean requested;

    private int runs;

    private @Nullable Statement running;

    /** Creates one that nobody has asked yet. */
    public RunStop() {}

    /** Asks, and waits until all runs have ended, at most twenty seconds. */
    public void request() {
        requested = true;
        long left = PATIENCE.toNanos();
        lock.lock();
        try {
            changed.signalAll();
            while (runs > 0 && left > 0) {
                // Once is not enough: a statement that had not reached the server was not cancelled.
                cancel();
                left -= AGAIN.toNanos() - changed.awaitNanos(AGAIN.toNanos());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    /** Tells whether somebody has asked. */
    public boolean isRequested() {
        return requested;
    }

    /** Ends the run here if it is asked to. */
    void check() {
        if (requested) {
            throw stopped(List.of());
        }
    }

    /** Returns what a run ends with that was asked to. */
    static MigrateException stopped(List<String> details) {
        return new MigrateException(
                "The run was stopped, because its process is to end",
                details,
                "Run again: it goes on where it stopped.",
                null);
    }

    /**
     * Begins a run; closing the guard ends it.
     *
     * @throws MigrateException if runs are to end already
     */
    public Guard guard() {
        check();
        Thread hook = new Thread(this::request, "migrate-stop");
        try {
            Runtime.getRuntime().addShutdownHook(hook);
        } catch (IllegalStateException e) {
            requested = true;
            throw stopped(List.of());
        }
        count(1);
        return () -> {
            count(-1);
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException e) {
                // The process is ending, and the hook is what made us end.
                LoggerFactory.getLogger(RunStop.class).debug("The process ends", e);
            }
        };
    }

    /** Runs a statement that may be cancelled. */
    <T> T run(Statement statement, Work<T> work) throws SQLException {
        running(statement);
        try {
            check();
            return work.run();
        } finally {
            running(null);
        }
    }

    /** Pauses, or ends the run. */
    void pause(Duration pause) {
        long end = System.nanoTime() + pause.toNanos();
        lock.lock();
        try {
            for (long left = pause.toNanos(); left > 0 && !requested; left = end - System.nanoTime()) {
                changed.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MigrateException(
                    "The run was interrupted while it waited", List.of(), "Nothing is half done. Run again.", e);
        } finally {
            lock.unlock();
        }
        check();
    }

    private void count(int more) {
        lock.lock();
        try {
            runs += more;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void running(@Nullable Statement statement) {
        lock.lock();
        try {
            running = statement;
        } finally {
            lock.unlock();
        }
    }

    private void cancel() {
        Statement statement = running;
        if (statement == null) {
            return;
        }
        try {
            statement.cancel();
        } catch (SQLException e) {
            // It ends by itself, and the run behind it.
            LoggerFactory.getLogger(RunStop.class).debug("The statement could not be cancelled", e);
        }
    }

    /** A run that is under way. */
    public interface Guard extends AutoCloseable {
        @Override
        void close();
    }

    /** What a statement does. */
    @FunctionalInterface
    interface Work<T> {
        T run() throws SQLException;
    }
}
