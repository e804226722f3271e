package dev.migrate.dialect;

import java.sql.SQLException;

import org.jspecify.annotations.Nullable;

/** The lock that one connection holds while it changes the schema; it ends with the connection, or with the process, at the latest. */
public interface MigrationLock {

    /**
     * Takes the lock if it is free and never waits; returns whether it was. A session that holds it does not get it a second time, as
     * a pooler may have given it to two runs.
     */
    boolean tryAcquire() throws SQLException;

    /** Gives the lock back; returns whether this connection had still held it. */
    boolean release() throws SQLException;

    /** Returns whether this connection holds the lock, by asking the database. */
    boolean isHeld() throws SQLException;

    /** Returns an SQL condition that only the session that holds the lock finds true, {@code null} where connections are sessions. */
    default @Nullable String heldCondition() {
        return null;
    }

    /** Returns who holds the lock, or {@code null} if nobody does. */
    @Nullable LockHolder holder() throws SQLException;
}
