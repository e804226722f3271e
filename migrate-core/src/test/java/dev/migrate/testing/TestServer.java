package dev.migrate.testing;

import java.io.IOException;
import java.io.UncheckedIOException;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * A PostgreSQL on which this JVM makes its databases: the one that {@code MIGRATE_TEST_POSTGRESQL_URL} names (a superuser's
 * URL), otherwise a container where Docker answers, otherwise an embedded one. The system property
 * {@code migrate.test.postgresql} is the major version of the latter two; the embedded one needs the Maven profile of that
 * version, which the property activates.
 */
final class TestServer {

    private static final String VERSION = System.getProperty("migrate.test.postgresql", "18");

    private final String url;

    private final Leftovers leftovers;

    private TestServer(String url) {
        this.url = url;
        this.leftovers = new Leftovers(source());
    }

    /** Returns the server of this JVM, which is started at the first call and ends with the JVM. */
    static TestServer get() {
        return Holder.SERVER;
    }

    DriverManagerDataSource source() {
        return new DriverManagerDataSource(url);
    }

    DriverManagerDataSource source(String database) {
        int slash = url.lastIndexOf('/');
        int query = url.indexOf('?', slash);
        return new DriverManagerDataSource(
                url.substring(0, slash + 1) + database + (query < 0 ? "" : url.substring(query)));
    }

    Leftovers leftovers() {
        return leftovers;
    }

    private static TestServer given(String url) {
        TestServer server = new TestServer(url);
        Runtime.getRuntime().addShutdownHook(new Thread(server.leftovers::drop, "drop test databases"));
        return server;
    }

    private static String embedded() {
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

    /** Apart, so that nothing of Testcontainers is loaded where no Docker answers. */
    private static final class Container {

        private static String start() {
            // Testcontainers removes it when the JVM has ended.
            @SuppressWarnings("resource")
            PostgreSQLContainer container = new PostgreSQLContainer("postgres:" + VERSION)
                    .withCommand("postgres", "-c", "fsync=off", "-c", "max_connections=200");
            container.start();
            return "jdbc:postgresql://" + container.getHost() + ":" + container.getFirstMappedPort() + "/"
                    + container.getDatabaseName() + "?user=" + container.getUsername() + "&password="
                    + container.getPassword();
        }
    }

    private static final class Holder {

        static final TestServer SERVER = start();

        private static TestServer start() {
            String given = System.getenv("MIGRATE_TEST_POSTGRESQL_URL");
            if (given != null) {
                return given(given);
            }
            if (Docker.here().answers()) {
                try {
                    return new TestServer(Container.start());
                } catch (RuntimeException e) {
                    LoggerFactory.getLogger(TestServer.class)
                            .warn("Docker answers but starts no postgres:{}; the embedded server is used", VERSION, e);
                }
            }
            return new TestServer(embedded());
        }
    }
}
