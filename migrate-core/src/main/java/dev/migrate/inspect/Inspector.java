package dev.migrate.inspect;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

import dev.migrate.schema.Schema;

/** Reads what one kind of database holds. */
public interface Inspector {

    /**
     * Reads whole schemas, in a number of round trips that does not depend on what they hold.
     *
     * @param schemas as the database spells them
     * @return everything with its schema's name, in an order that depends on nothing else
     */
    Schema inspect(Connection connection, List<String> schemas) throws SQLException;

    /** Returns the one for PostgreSQL 14 and later. */
    static Inspector postgres() {
        return new PostgresInspector();
    }

    /** Returns the one for SQLite, whose only schema is {@code main}. */
    static Inspector sqlite() {
        return new SqliteInspector();
    }

    /** Returns the one for H2. */
    static Inspector h2() {
        return new H2Inspector();
    }

    /** Returns the one for MariaDB 10.11 and later. */
    static Inspector mariaDb() {
        return new MariaDbInspector();
    }
}
