package dev.migrate.dialect;

/**
 * Where a connection has arrived, and which of the books are there.
 *
 * @param database name of the database
 * @param schema schema of the books: the configured one, otherwise the connection's own
 * @param schemaExists whether that schema exists
 * @param versionTable whether the version table exists
 * @param historyTable whether the history table exists
 * @param searchPath the setting under which unqualified names of a script are looked up
 */
public record Surroundings(
        String database,
        String schema,
        boolean schemaExists,
        boolean versionTable,
        boolean historyTable,
        String searchPath) {}
