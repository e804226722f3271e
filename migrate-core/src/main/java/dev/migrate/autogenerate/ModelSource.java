package dev.migrate.autogenerate;

import java.sql.Connection;
import java.sql.SQLException;

import dev.migrate.dialect.Dialect;
import dev.migrate.error.MigrateException;

/** Finds out what a database should be, once it is known which one. */
@FunctionalInterface
public interface ModelSource {

    /**
     * Reads the model.
     *
     * @param connection in no transaction; nothing is changed on it
     * @param dialect of the database
     * @param own the schema that names without one mean
     * @throws NoModelException if there is none
     * @throws MigrateException if it cannot be read, with a hint
     */
    Model read(Connection connection, Dialect dialect, String own) throws SQLException;

    /** Returns the one of an application that has no model. */
    static ModelSource none() {
        return (connection, dialect, own) -> {
            throw new NoModelException("Give the migrator one: Extensions.none().withModel(…).");
        };
    }
}
