package dev.migrate.schema;

/** When a constraint is checked. */
public enum Deferral {
    /** At once, always. */
    NOT_DEFERRABLE,
    /** At once, unless a transaction asks for later. */
    INITIALLY_IMMEDIATE,
    /** At the commit, unless a transaction asks for sooner. */
    INITIALLY_DEFERRED
}
