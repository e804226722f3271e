package dev.migrate.run;

/** Where one revision stands in a database. */
public enum RevisionState {
    /** Applied, and its script unchanged. */
    APPLIED,
    /** Not applied. */
    PENDING,
    /** Interrupted outside a transaction. */
    INCOMPLETE,
    /** Applied, and its script changed since. */
    MODIFIED
}
