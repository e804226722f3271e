package dev.migrate;

/** Whether a new revision may branch off where there are children already. */
public enum Splice {
    /** Only from a head. */
    REFUSED,
    /** From anywhere. */
    ALLOWED
}
