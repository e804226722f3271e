package dev.migrate.testing;

import java.net.URI;

import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The way to a test's PostgreSQL through a port of this machine, at which something listens that passes messages on. */
public final class Detour {

    private Detour() {}

    /** Returns where the server itself is; its path names the database. */
    public static URI server(DriverManagerDataSource database) {
        return URI.create(String.valueOf(database.getUrl()).substring("jdbc:".length()));
    }

    /**
     * Returns the same database by way of a port.
     *
     * @param options more of them, each with an ampersand before it; empty for none
     */
    public static DriverManagerDataSource through(int port, DriverManagerDataSource database, String options) {
        URI server = server(database);
        String query = server.getQuery() == null ? "" : server.getQuery() + "&";
        return new DriverManagerDataSource("jdbc:postgresql://localhost:" + port + server.getPath() + "?" + query
                + "sslmode=disable&gssEncMode=disable" + options);
    }
}
