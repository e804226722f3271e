package dev.migrate.operation;

/** Whether an operation fails when an object is already there, or already gone. */
public enum Existence {
    /** The database must be as the revision expects it, or the operation fails. */
    REQUIRED,
    /** The operation does nothing where there is nothing to do ({@code IF NOT EXISTS}, {@code IF EXISTS}). */
    OPTIONAL
}
