package dev.migrate.run;

/** Where a database stands, seen from this build. */
public enum MigrationState {
    /** Every revision of this build is applied, and no other. */
    UP_TO_DATE,
    /** Revisions are pending. */
    BEHIND,
    /** Everything of this build is applied, and more that it does not know. */
    AHEAD,
    /** There are rows that this build does not know, and some of its own revisions are missing. */
    DIVERGED,
    /** A statement outside a transaction was interrupted; nobody knows whether it took effect. */
    INCOMPLETE,
    /** Another process is bringing the database up. */
    RUNNING
}
