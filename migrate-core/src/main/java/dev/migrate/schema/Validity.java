package dev.migrate.schema;

/** Whether the rows that were there before a constraint are known to satisfy it. */
public enum Validity {
    /** They are. */
    VALID,
    /** They were not looked at; new rows are. */
    NOT_VALID
}
