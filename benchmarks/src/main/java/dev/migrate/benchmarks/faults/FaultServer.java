package dev.migrate.benchmarks.faults;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.jspecify.annotations.Nullable;

/** A PostgreSQL whose clients die; it gives away databases. */
final class FaultServer implements AutoCloseable {

    private final @Nullable EmbeddedPostgres embedded;

    private final String url;

    private final AtomicInteger databases = new AtomicInteger();

    private FaultServer(@Nullable EmbeddedPostgres embedded, String url) {
        this.embedded = embedded;
        this.url = url;
    }

    /**
     * Connects to a server, or starts one.
     *
     * @param url a superuser's, or {@code null} to start an embedded one
     */
    static FaultServer open(@Nullable String url) throws IOException {
        if (url != null) {
            return new FaultServer(null, url);
        }
        // Only clients die here, never the machine.
        EmbeddedPostgres embedded = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "off")
                .setServerConfig("max_connections", "300")
                .start();
        return new FaultServer(embedded, embedded.getJdbcUrl("postgres", "postgres"));
    }

    /** Creates an empty database and returns its URL. */
    String create() throws SQLException {
        String name = "faults_" + ProcessHandle.current().pid() + "_" + databases.incrementAndGet();
        execute(Child.source(url), List.of("CREATE DATABASE " + name));
        int slash = url.lastIndexOf('/');
        int query = url.indexOf('?', slash);
        return url.substring(0, slash + 1) + name + (query < 0 ? "" : url.substring(query));
    }

    void drop(String database) throws SQLException {
        execute(Child.source(url), List.of("DROP DATABASE IF EXISTS " + name(database) + " WITH (FORCE)"));
    }

    /** Returns the name of the database in a URL. */
    static String name(String url) {
        return url.replaceFirst("\\?.*", "").replaceFirst(".*/", "");
    }

    /** Connects to a database that no tool works on. */
    Connection connect() throws SQLException {
        return Child.source(url).getConnection();
    }

    String version() throws SQLException {
        return ask(Child.source(url), "SHOW server_version").get(0);
    }

    static void execute(DataSource database, List<String> statements) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** Returns the first column of a query. */
    static List<String> ask(DataSource database, String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            List<String> answers = new ArrayList<>();
            while (row.next()) {
                answers.add(row.getString(1));
            }
            return answers;
        }
    }

    @Override
    public void close() throws IOException {
        if (embedded != null) {
            embedded.close();
        }
    }
}
