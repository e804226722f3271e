package dev.migrate.dialect;

/**
 * Where a connection has arrived, and which of the books are there.
 *
 * @param database name of the database
 * @param schema schema of the books: the configured one, otherwise the connection's own
 * @param schemaExists whether that schema exists
 * @param versionTable whether the version table exists
 * @param versionWidth how many characters an id in the version table may have, {@link Integer#MAX_VALUE} if unlimited
 * @param historyTable whether the history table exists
 * @param searchPath the setting under which unqualified names of a script are looked up
 */
public record Surroundings(
        String database,
        String schema,
        boolean schemaExists,
        boolean versionTable,
        int versionWidth,
        boolean historyTable,
        String searchPath) {}
