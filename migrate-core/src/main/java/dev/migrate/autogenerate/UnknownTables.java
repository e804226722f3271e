package dev.migrate.autogenerate;

/** What is proposed for tables that the model does not know. */
public enum UnknownTables {
    /** Nothing. */
    KEPT,
    /** That they go, with their rows. */
    DROPPED
}
