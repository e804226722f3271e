package dev.migrate.benchmarks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** A version row and a history with what migrate's own tables hold, kept by prepared statements. */
final class JdbcBooks implements AutoCloseable {

    private final Connection connection;

    private final Statement statement;

    private final String head;

    private final boolean exist;

    private @Nullable PreparedStatement move;

    private @Nullable PreparedStatement record;

    private JdbcBooks(Connection connection, Statement statement, boolean exist, String head) {
        this.connection = connection;
        this.statement = statement;
        this.exist = exist;
        this.head = head;
    }

    /** Looks whether there are tables, and for the row. */
    static JdbcBooks open(Connection connection) throws SQLException {
        Statement statement = connection.createStatement();
        boolean exist;
        try (ResultSet row = statement.executeQuery("SELECT to_regclass('jdbc_version') IS NOT NULL")) {
            row.next();
            exist = row.getBoolean(1);
        }
        String head = "";
        if (exist) {
            try (ResultSet row = statement.executeQuery("SELECT version_num FROM jdbc_version")) {
                head = row.next() ? row.getString(1) : "";
            }
        }
        return new JdbcBooks(connection, statement, exist, head);
    }

    /** Returns the revision that the database is at, or nothing. */
    String head() {
        return head;
    }

    void create() throws SQLException {
        if (exist) {
            return;
        }
        statement.execute("CREATE TABLE jdbc_version (version_num varchar(255) PRIMARY KEY)");
        statement.execute("""
                CREATE TABLE jdbc_history (
                    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                    at timestamptz NOT NULL DEFAULT clock_timestamp(),
                    event varchar(16) NOT NULL,
                    direction varchar(16) NOT NULL,
                    revision varchar(255),
                    heads_after text NOT NULL,
                    checksum varchar(64),
                    node_hash varchar(64),
                    duration_ms bigint,
                    database_user text,
                    host text)""");
        statement.execute("CREATE INDEX jdbc_history_revision ON jdbc_history (revision, id)");
    }

    void apply(JdbcScript script, @Nullable JdbcScript before) throws SQLException {
        run(script.up());
        if (before == null) {
            statement.execute("INSERT INTO jdbc_version VALUES ('" + script.id() + "')");
        } else {
            move(before.id(), script.id());
        }
        record(new Event("applied", "upgrade", script, script.id()));
    }

    void revert(JdbcScript script, @Nullable JdbcScript before) throws SQLException {
        run(script.down());
        if (before == null) {
            statement.execute("DELETE FROM jdbc_version");
        } else {
            move(script.id(), before.id());
        }
        record(new Event("reverted", "downgrade", script, before == null ? "" : before.id()));
    }

    List<State> list(List<JdbcScript> scripts) throws SQLException {
        Map<String, State> applied = new HashMap<>();
        try (ResultSet row = statement.executeQuery(
                "SELECT revision, event, at, duration_ms, database_user FROM jdbc_history ORDER BY id")) {
            while (row.next()) {
                String id = row.getString(1);
                Instant at = row.getTimestamp(3).toInstant();
                applied.put(id, new State(id, row.getString(2), at, row.getLong(4), row.getString(5)));
            }
        }
        List<State> all = new ArrayList<>();
        for (JdbcScript script : scripts) {
            all.add(applied.getOrDefault(script.id(), new State(script.id(), "pending", null, 0, null)));
        }
        return all;
    }

    @Override
    public void close() throws SQLException {
        statement.close();
    }

    private void run(List<String> statements) throws SQLException {
        for (String sql : statements) {
            statement.execute(sql);
        }
    }

    private void move(String from, String to) throws SQLException {
        if (move == null) {
            move = connection.prepareStatement("UPDATE jdbc_version SET version_num = ? WHERE version_num = ?");
        }
        move.setString(1, to);
        move.setString(2, from);
        if (move.executeUpdate() != 1) {
            throw new IllegalStateException("The version row is not " + from);
        }
    }

    private void record(Event event) throws SQLException {
        if (record == null) {
            record = connection.prepareStatement("""
                    INSERT INTO jdbc_history
                        (event, direction, revision, heads_after, checksum, node_hash, duration_ms, database_user, host)
                    VALUES (?, ?, ?, ?, ?, ?,
                        round(extract(epoch FROM clock_timestamp() - transaction_timestamp()) * 1000)::bigint,
                        session_user, ?)""");
        }
        String checksum = event.script().checksum();
        record.setString(1, event.event());
        record.setString(2, event.direction());
        record.setString(3, event.script().id());
        record.setString(4, event.head());
        record.setString(5, checksum);
        record.setString(6, checksum);
        record.setString(7, "localhost");
        record.executeUpdate();
    }

    private record Event(String event, String direction, JdbcScript script, String head) {}

    record State(
            String revision,
            String state,
            @Nullable Instant at,
            long millis,
            @Nullable String user) {}
}
