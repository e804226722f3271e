package dev.migrate.autogenerate;

/** Finds one kind of difference. */
interface Comparison {

    /** Adds the operations that take the database from what it is to what it should be. */
    void compare(SchemaPair pair, Differences found);
}
