package dev.migrate.run;

/** How many transactions a run takes. */
public enum TransactionMode {
    /** Each revision is committed with its version and history rows before the next begins. */
    PER_REVISION,
    /** All revisions of a run are committed together, or none. */
    SINGLE
}
