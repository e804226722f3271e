package dev.migrate.run;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

import dev.migrate.dialect.LockHolder;
import dev.migrate.dialect.MigrationLock;
import dev.migrate.error.MigrateException;

/** Waits for the lock by asking again and again, for as long as its holder gets on. */
final class RunLock implements AutoCloseable {

    static final Duration REPORT_EVERY = Duration.ofSeconds(10);

    private final MigrationLock lock;

    private final @Nullable String sessionId;

    private RunLock(MigrationLock lock, @Nullable String sessionId) {
        this.lock = lock;
        this.sessionId = sessionId;
    }

    /**
     * Takes the lock, and prepares the session for what it is taken for.
     *
     * @param stop may end the waiting
     * @throws LockTimeoutException if nothing moved in the holder for as long as the settings allow
     */
    static RunLock acquire(Session session, RunSettings settings, RunListener listener, RunStop stop)
            throws SQLException {
        String sessionId = session.checkKept();
        session.dialect().prepare(session.connection(), settings.application().sessionName());
        MigrationLock lock = session.dialect().lock(session.connection(), session.books());
        long start = System.nanoTime();
        long moved = start;
        long reported = 0;
        LockHolder seen = null;
        while (!lock.tryAcquire()) {
            // Nobody can wait for a run that shares the session with this one.
            if (lock.isHeld()) {
                throw Session.notKept("the session that answers holds the lock of another run");
            }
            long now = System.nanoTime();
            LockHolder holder = lock.holder();
            if (LockHolder.haveMoved(seen, holder)) {
                moved = now;
            }
            seen = holder;
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
            stop.pause(Duration.ofMillis(50 + ThreadLocalRandom.current().nextInt(150)));
        }
        RunLock held = new RunLock(lock, sessionId);
        held.check();
        listener.lockAcquired(Duration.ofNanos(System.nanoTime() - start));
        return held;
    }

    /**
     * Makes sure that this connection still holds the lock.
     *
     * @throws MigrateException if another session of the database answers, which does not
     */
    void check() throws SQLException {
        if (!lock.isHeld()) {
            throw Session.notKept("the lock is not held by the session that answers");
        }
    }

    /** Returns an SQL condition that only the session that holds the lock finds true, {@code null} where there is none. */
    @Nullable String heldCondition() {
        return lock.heldCondition();
    }

    /** Returns what tells the session that holds the lock from others, {@code null} where nothing does. */
    @Nullable String sessionId() {
        return sessionId;
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
}
