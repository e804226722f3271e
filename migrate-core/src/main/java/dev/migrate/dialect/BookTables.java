package dev.migrate.dialect;

/**
 * Where the books are kept: the version table, whose rows are the heads, and the history table.
 *
 * @param schema the schema of both, as the database spells it
 * @param version name of the version table
 * @param history name of the history table
 */
public record BookTables(String schema, String version, String history) {}
