package dev.migrate.backfill;

import java.sql.Connection;

import dev.migrate.dialect.Dialect;

/**
 * Where backfills are worked on.
 *
 * @param connection in no transaction, and for nothing else meanwhile
 * @param dialect that of the database
 * @param schema where the books are
 * @param owner what other processes are shown of this one
 */
public record Workplace(Connection connection, Dialect dialect, String schema, String owner) {

    BackfillBooks books() {
        BackfillBooks.checkSupported(dialect);
        return new BackfillBooks(this);
    }

    /** Returns one of the books as statements name it. */
    String table(String name) {
        return dialect.quote(schema) + "." + dialect.quote(name);
    }
}
