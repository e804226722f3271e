package dev.migrate.dialect;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;

import org.jspecify.annotations.Nullable;
import org.postgresql.jdbc.PgConnection;

/**
 * What the server at the other end of a connection says that it is.
 *
 * @param name the product, for example {@code PostgreSQL}
 * @param version as the server writes it, for example {@code 18.6 (Debian 18.6-1)}
 * @param major the first number of the version
 * @param minor the second one, 0 where there is none
 */
public record DatabaseProduct(String name, String version, int major, int minor) {

    private static final String POSTGRESQL_CONNECTION = "org.postgresql.jdbc.PgConnection";

    /** Asks the driver, which knows it since the connection was opened. */
    public static DatabaseProduct of(Connection connection) throws SQLException {
        // Its metadata is the largest class of PostgreSQL's driver, and a start that finds nothing to do needs nothing
        // else of it.
        PgConnection driver = driver(connection);
        String version = driver == null ? null : driver.getParameterStatus("server_version");
        if (version != null) {
            return postgresql(version);
        }
        DatabaseMetaData database = connection.getMetaData();
        return new DatabaseProduct(
                database.getDatabaseProductName(),
                database.getDatabaseProductVersion(),
                database.getDatabaseMajorVersion(),
                database.getDatabaseMinorVersion());
    }

    /** Returns what PostgreSQL's own driver made, or {@code null} for a connection of another one, which may stand alone. */
    static @Nullable PgConnection driver(Connection connection) {
        return connection.getClass().getName().equals(POSTGRESQL_CONNECTION) ? (PgConnection) connection : null;
    }

    /** Reads a version such as {@code 18.6}, {@code 19beta1} or {@code 14.2 (Debian 14.2-1)}. */
    static DatabaseProduct postgresql(String version) {
        int dot = digits(version, 0);
        boolean hasMinor = dot < version.length() && version.charAt(dot) == '.';
        int minor = hasMinor ? number(version, dot + 1) : 0;
        return new DatabaseProduct("PostgreSQL", version, number(version, 0), minor);
    }

    private static int number(String text, int from) {
        int end = digits(text, from);
        return end == from ? 0 : Integer.parseInt(text, from, end, 10);
    }

    /** Returns where the digits that begin here end. */
    private static int digits(String text, int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end;
    }
}
