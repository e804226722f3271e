package dev.migrate.sample.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A running server that this process need not have started, known by the {@code postmaster.pid} of its data. */
record Postmaster(ProcessHandle process, int port) {

    static final String USER = "postgres";

    private static final String DATABASE = "meetings";
    private static final int PORT_LINE = 3;
    private static final Duration STARTUP = Duration.ofSeconds(30);
    private static final Duration SHUTDOWN = Duration.ofSeconds(15);

    /** Finds the server of a data directory; a stale file, as {@code kill -9} leaves one, counts as none. */
    static Optional<Postmaster> of(Path data) throws IOException {
        Path file = data.resolve("postmaster.pid");
        List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
        if (lines.size() <= PORT_LINE) {
            return Optional.empty();
        }
        int port = Integer.parseInt(lines.get(PORT_LINE).trim());
        Optional<Postmaster> postmaster = ProcessHandle.of(
                        Long.parseLong(lines.get(0).trim()))
                .filter(Postmaster::mayBePostgres)
                .map(process -> new Postmaster(process, port));
        return postmaster.isPresent() && postmaster.get().answersFor(data) ? postmaster : Optional.empty();
    }

    // Process numbers come back, in a container even soon: an unrelated process is not worth waiting for.
    private static boolean mayBePostgres(ProcessHandle process) {
        return process.info()
                .command()
                .map(command -> command.contains("postgres"))
                .orElse(true);
    }

    String url() {
        return url(DATABASE);
    }

    /** Waits for a server that is still starting or recovering. */
    private boolean answersFor(Path data) throws IOException {
        long deadline = System.nanoTime() + STARTUP.toNanos();
        while (process.isAlive() && System.nanoTime() < deadline) {
            try (Connection connection = connect();
                    Statement statement = connection.createStatement();
                    ResultSet result = statement.executeQuery("SHOW data_directory")) {
                return result.next() && Path.of(result.getString(1)).equals(data);
            } catch (SQLException notYet) {
                Pause.brief();
            }
        }
        return false;
    }

    void stop() throws IOException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            // What destroy() sends lets the server wait for its clients, and a forgotten psql would keep it for ever.
            statement.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                    + " WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()");
            process.destroy();
        } catch (SQLException e) {
            throw new IOException("could not ask the embedded PostgreSQL to stop", e);
        }
        long deadline = System.nanoTime() + SHUTDOWN.toNanos();
        while (process.isAlive() && System.nanoTime() < deadline) {
            Pause.brief();
        }
    }

    void createDatabaseIfMissing() throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            if (!exists(statement)) {
                statement.execute("CREATE DATABASE " + DATABASE);
            }
        }
    }

    private static boolean exists(Statement statement) throws SQLException {
        try (ResultSet found = statement.executeQuery("SELECT 1 FROM pg_database WHERE datname = '" + DATABASE + "'")) {
            return found.next();
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(url("postgres") + "?connectTimeout=2&socketTimeout=60", USER, "");
    }

    private String url(String database) {
        return "jdbc:postgresql://localhost:" + port + "/" + database;
    }
}
