package dev.migrate.dialect;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import dev.migrate.error.MigrateException;

/** The dialects to choose from: an application's own first, then the built-in ones. */
public final class Dialects {

    private final List<Dialect> dialects;

    /**
     * Creates a choice.
     *
     * @param own dialects that come before the built-in ones, often none
     */
    public Dialects(List<Dialect> own) {
        dialects = new ArrayList<>(own);
        dialects.addAll(builtIn());
    }

    /** Returns the dialects that this library brings, in the order in which they are asked. */
    public static List<Dialect> builtIn() {
        return List.of(new PostgresDialect(), new SqliteDialect(), new H2Dialect());
    }

    /**
     * Returns the dialect of the database at the other end, in its version.
     *
     * @throws MigrateException if no dialect knows the product
     */
    public Dialect of(Connection connection) throws SQLException {
        DatabaseMetaData database = connection.getMetaData();
        String product = database.getDatabaseProductName();
        for (Dialect dialect : dialects) {
            if (dialect.recognizes(product)) {
                return dialect.ofVersion(database.getDatabaseMajorVersion(), database.getDatabaseMinorVersion());
            }
        }
        String known = String.join(
                ", ", dialects.stream().map(Dialect::name).distinct().toList());
        throw new MigrateException(
                "No dialect for the database " + product,
                "Supported: " + known + ". Point spring.datasource.url or migrate.url to one of these, set"
                        + " migrate.enabled=false where there is none, or declare a Dialect bean.");
    }
}
