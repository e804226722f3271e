package dev.migrate.testing;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The one place that knows how to get a database: one server for each JVM, one new database for each caller. */
public final class TestDatabases {

    /** Several JVMs may use a server that the environment names. */
    private static final String PREFIX =
            "migrate_test_" + Long.toString(ProcessHandle.current().pid(), 36) + "_"
                    + Long.toString(System.nanoTime() & 0xffffff, 36) + "_";

    private static final AtomicInteger COUNT = new AtomicInteger();

    private static final Map<Template, String> TEMPLATES = new ConcurrentHashMap<>();

    private TestDatabases() {}

    /** Returns a new empty database, connected to as its owner. */
    public static DriverManagerDataSource postgres() {
        return create("");
    }

    /** Returns a new database that is a copy of a template; what the template does is done once for each JVM. */
    public static DriverManagerDataSource postgres(Template template) {
        return create(" TEMPLATE " + TEMPLATES.computeIfAbsent(template, TestDatabases::prepare));
    }

    /**
     * Returns the name of a new role, which is dropped with the databases.
     *
     * @param options as {@code CREATE ROLE} takes them
     */
    public static String role(String options) {
        String name = PREFIX + COUNT.incrementAndGet();
        TestServer server = TestServer.get();
        execute(server.source(), "CREATE ROLE " + name + " " + options);
        server.leftovers().addRole(name);
        return name;
    }

    /** Returns the URL of a database for those who connect as somebody else. */
    public static String withoutUser(String url) {
        return url.replaceAll("(user|password)=[^&]*&?", "");
    }

    /** Returns a new empty SQLite database in a file that enforces foreign keys. */
    public static DriverManagerDataSource sqlite(Path folder) {
        return new DriverManagerDataSource("jdbc:sqlite:" + folder.resolve("test_" + COUNT.incrementAndGet() + ".db")
                + "?foreign_keys=true&synchronous=OFF");
    }

    /** Returns a new empty H2 database in memory, which stays until the JVM ends. */
    public static DriverManagerDataSource h2() {
        return new DriverManagerDataSource("jdbc:h2:mem:test_" + COUNT.incrementAndGet() + ";DB_CLOSE_DELAY=-1");
    }

    /**
     * Returns a new empty MariaDB database on the server that {@code MIGRATE_TEST_MARIADB_URL} names; see {@link
     * RequiresMariaDb}.
     */
    public static DriverManagerDataSource mariaDb() {
        return MariaDbServer.get().create(PREFIX + COUNT.incrementAndGet());
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

    private static DriverManagerDataSource create(String options) {
        String name = PREFIX + COUNT.incrementAndGet();
        TestServer server = TestServer.get();
        execute(server.source(), "CREATE DATABASE " + name + options);
        server.leftovers().addDatabase(name);
        return server.source(name);
    }

    private static String prepare(Template template) {
        DriverManagerDataSource database = create("");
        template.prepare(database);
        String url = String.valueOf(database.getUrl());
        return url.replaceFirst(".*/([^/?]+)(\\?.*)?$", "$1");
    }

    /** What a database has in it before a test begins; two equal ones are prepared once. */
    @FunctionalInterface
    public interface Template {

        /** Fills an empty database. Every connection has to be closed in the end: a template in use cannot be copied. */
        void prepare(DataSource database);
    }
}
