package dev.migrate.operation;

/** Whether others may write to a table while an index of it is made or removed. */
public enum Writes {
    /** They wait. */
    BLOCKED,
    /** They may, where the database can do that ({@code CONCURRENTLY}); it refuses to do so in a transaction. */
    ALLOWED
}
