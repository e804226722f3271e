package dev.migrate.run;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

import org.slf4j.LoggerFactory;

import dev.migrate.dialect.LockHolder;
import dev.migrate.dialect.MigrationLock;
import dev.migrate.error.MigrateException;

/** Waits for the lock by asking again and again, for as long as its holder gets on. */
final class RunLock implements AutoCloseable {

    private static final Duration REPORT_EVERY = Duration.ofSeconds(10);

    private final MigrationLock lock;

    private RunLock(MigrationLock lock) {
        this.lock = lock;
    }

    /**
     * Takes the lock.
     *
     * @throws LockTimeoutException if nothing moved in the holder for as long as the settings allow
     */
    static RunLock acquire(Session session, RunSettings settings, RunListener listener) throws SQLException {
        MigrationLock lock = session.dialect().lock(session.connection(), session.books());
        long start = System.nanoTime();
        long moved = start;
        long reported = 0;
        String activity = "";
        while (!lock.tryAcquire()) {
            long now = System.nanoTime();
            LockHolder holder = lock.holder();
            String seen = holder == null ? "free" : holder.activity();
            if (!seen.equals(activity)) {
                activity = seen;
                moved = now;
            }
            if (reported == 0 || now - reported >= REPORT_EVERY.toNanos()) {
                reported = now;
                listener.waitingForLock(holder, Duration.ofNanos(now - start));
            }
            if (now - moved >= settings.lockWait().toNanos()) {
                throw new LockTimeoutException(
                        "The migration lock was not obtained: "
                                + (holder == null ? "another session" : holder.describe()) + " holds it, and nothing"
                                + " has moved there for " + settings.lockWait().toSeconds() + " s",
                        "Let it finish, end that session, or raise migrate.lock-wait.");
            }
            pause(50 + ThreadLocalRandom.current().nextInt(150));
        }
        if (!lock.isHeld()) {
            throw new MigrateException(
                    "The database does not keep the session of this connection: the lock is not held by it",
                    "A pooler in transaction mode stands between. Set migrate.url to the server itself.");
        }
        listener.lockAcquired(Duration.ofNanos(System.nanoTime() - start));
        return new RunLock(lock);
    }

    @Override
    public void close() {
        try {
            lock.release();
        } catch (SQLException e) {
            // The session has ended, and the lock with it.
            LoggerFactory.getLogger(RunLock.class).debug("The lock was not given back", e);
        }
    }

    static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MigrateException(
                    "The run was interrupted while it waited", List.of(), "Nothing is half done. Run again.", e);
        }
    }
}
