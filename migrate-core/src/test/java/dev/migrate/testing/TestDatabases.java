package dev.migrate.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * The one place that knows how to get a database: one server for each JVM, one new database for each caller.
 *
 * <p>The server is the one that {@code MIGRATE_TEST_POSTGRESQL_URL} names (a superuser's URL), otherwise an embedded
 * PostgreSQL.
 */
public final class TestDatabases {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private TestDatabases() {}

    /** Returns a new empty database, connected to as its owner. */
    public static DriverManagerDataSource postgres() {
        String name = "test_" + ProcessHandle.current().pid() + "_" + COUNT.incrementAndGet();
        execute(source(Server.URL), "CREATE DATABASE " + name);
        return source(urlOf(name));
    }

    /** Returns a new empty SQLite database in a file that enforces foreign keys. */
    public static DriverManagerDataSource sqlite(Path folder) {
        return source(
                "jdbc:sqlite:" + folder.resolve("test_" + COUNT.incrementAndGet() + ".db") + "?foreign_keys=true");
    }

    /** Returns a new empty H2 database in memory, which stays until the JVM ends. */
    public static DriverManagerDataSource h2() {
        return source("jdbc:h2:mem:test_" + COUNT.incrementAndGet() + ";DB_CLOSE_DELAY=-1");
    }

    /** Runs statements, each on its own. */
    public static void execute(DataSource database, String... statements) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String urlOf(String name) {
        int slash = Server.URL.lastIndexOf('/');
        int query = Server.URL.indexOf('?', slash);
        return Server.URL.substring(0, slash + 1) + name + (query < 0 ? "" : Server.URL.substring(query));
    }

    private static DriverManagerDataSource source(String url) {
        return new DriverManagerDataSource(url);
    }

    /** Started at the first use; it ends with the JVM. */
    private static final class Server {

        static final String URL = url();

        private static String url() {
            String given = System.getenv("MIGRATE_TEST_POSTGRESQL_URL");
            if (given != null) {
                return given;
            }
            try {
                // Tests wait for commits thousands of times, and nobody needs the data after a crash.
                return EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "off")
                        .setServerConfig("max_connections", "200")
                        .start()
                        .getJdbcUrl("postgres", "postgres");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
