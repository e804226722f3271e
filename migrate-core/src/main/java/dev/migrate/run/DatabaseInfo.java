package dev.migrate.run;

/**
 * Which database it is.
 *
 * @param product for example {@code PostgreSQL}
 * @param version for example {@code 18.6}
 * @param name name of the database
 * @param schema schema of the books
 */
public record DatabaseInfo(String product, String version, String name, String schema) {}
