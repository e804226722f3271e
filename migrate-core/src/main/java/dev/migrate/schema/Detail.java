package dev.migrate.schema;

/** How much of a schema a model can say; what it cannot say is left as it is. */
public enum Detail {
    /** Everything: a script, another database. */
    EVERYTHING,
    /**
     * What entity mappings can: not the defaults and comments that only the database has, not conditions and methods of indexes,
     * not when a foreign key is checked.
     */
    ENTITIES
}
