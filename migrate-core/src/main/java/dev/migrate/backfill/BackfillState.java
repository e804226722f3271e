package dev.migrate.backfill;

/** How far a backfill has come. */
public enum BackfillState {
    /** It has never begun. */
    PENDING,
    /** It has been asked for, and its setup has not been committed yet. */
    STARTING,
    /** Its batches are processed, or wait for a process that takes them. */
    RUNNING,
    /** Somebody has stopped it for now. */
    PAUSED,
    /** A batch cannot be processed; it goes on where it stopped when it is run again. */
    FAILED,
    /** Somebody has stopped it for good; it can only start over. */
    CANCELLED,
    /** Every row has been processed. */
    FINISHED;

    /** Tells whether processes may work on it. */
    public boolean isActive() {
        return this == STARTING || this == RUNNING;
    }

    /** Tells whether it can only start over. */
    public boolean isOver() {
        return this == CANCELLED || this == FINISHED;
    }
}
