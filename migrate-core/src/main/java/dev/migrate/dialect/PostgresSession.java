package dev.migrate.dialect;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

import dev.migrate.error.MigrateException;

/** The session of a run on PostgreSQL: what it is set to, and what another session sees of it. */
final class PostgresSession {

    private static final int HAS_TRANSACTION_TIMEOUT = 17;

    private static final PostgresLiterals LITERALS = new PostgresLiterals();

    private PostgresSession() {}

    /**
     * What differs is set back. Settings of an application's own, which nothing lists, stay as they are: a pool may have set them for
     * all its connections, and {@code RESET ALL} would forget them.
     */
    static Dialect.Restoration remember(Connection connection) throws SQLException {
        Map<String, String> before = settings(connection);
        return () -> {
            Map<String, String> now = settings(connection);
            List<String> statements = new ArrayList<>();
            // The role comes first: not every one may set everything.
            before.forEach((name, value) -> {
                if (!value.equals(now.get(name))) {
                    statements.add("SELECT " + setting(name, value));
                }
            });
            now.forEach((name, value) -> {
                if (!before.containsKey(name)) {
                    statements.add("RESET " + name);
                }
            });
            if (!statements.isEmpty()) {
                try (Statement statement = connection.createStatement()) {
                    statement.execute(String.join("; ", statements));
                }
            }
        };
    }

    /** Returns the role, and what was set in the session since it began. */
    private static Map<String, String> settings(Connection connection) throws SQLException {
        Map<String, String> settings = new LinkedHashMap<>();
        PostgresProbe.rows(
                        connection,
                        "SELECT 'role', pg_catalog.current_setting('role') UNION ALL SELECT name,"
                                + " pg_catalog.current_setting(name) FROM pg_catalog.pg_settings WHERE source = 'session'")
                .forEach(row -> settings.put(row.get(0), row.get(1)));
        return settings;
    }

    static void prepare(Connection connection, String applicationName, int version) throws SQLException {
        // A run thinks between its statements, and its transactions may be long.
        List<String> settings = new ArrayList<>(List.of(
                setting("application_name", applicationName),
                setting("idle_in_transaction_session_timeout", "0"),
                setting("idle_session_timeout", "0")));
        if (version >= HAS_TRANSACTION_TIMEOUT && version < Integer.MAX_VALUE) {
            settings.add(setting("transaction_timeout", "0"));
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("SELECT " + String.join(", ", settings));
            // A killed client's statement would otherwise run on and commit, and a lost one's lock would stay for
            // hours.
            attempt(
                    statement,
                    setting("tcp_keepalives_idle", "10"),
                    setting("tcp_keepalives_interval", "5"),
                    setting("tcp_keepalives_count", "3"),
                    setting("tcp_user_timeout", "25000"));
            attempt(statement, setting("client_connection_check_interval", "1s"));
        }
    }

    /** Servers on some operating systems cannot watch their clients; the lock still protects the run. */
    private static void attempt(Statement statement, String... settings) throws SQLException {
        try {
            statement.execute("SELECT " + String.join(", ", settings));
        } catch (SQLException e) {
            if (new PostgresFailures().explain(e).kind() == DatabaseFailure.Kind.DISCONNECTED) {
                throw e;
            }
            LoggerFactory.getLogger(PostgresSession.class)
                    .debug("The server cannot watch the connection of a run: {}", e.getMessage());
        }
    }

    /** Both functions may be answered by a standby behind a pooler that balances load; {@code pg_is_in_recovery()} never is. */
    static String id(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT pg_catalog.pg_backend_pid(), pg_catalog.current_setting('in_hot_standby', true)")) {
            row.next();
            if ("on".equals(row.getString(2))) {
                throw new MigrateException(
                        "A standby answers this connection, or what only reads on it",
                        "Set migrate.url to the primary itself.");
            }
            return row.getString(1);
        }
    }

    static SessionSight watch(Connection other, String pid) throws SQLException {
        List<BlockingSession> blockers = new ArrayList<>();
        try (Statement statement = other.createStatement();
                ResultSet row = statement.executeQuery("""
                        SELECT b.pid, coalesce(a.usename, ''), coalesce(a.application_name, ''), a.xact_start, coalesce(a.state, '')
                          FROM (SELECT DISTINCT unnest(pg_catalog.pg_blocking_pids(%s)) AS pid) b
                          LEFT JOIN pg_catalog.pg_stat_activity a ON a.pid = b.pid ORDER BY a.xact_start, b.pid""".formatted(pid))) {
            while (row.next()) {
                Timestamp since = row.getTimestamp(4);
                blockers.add(new BlockingSession(
                        row.getInt(1) == 0 ? "a prepared transaction" : "pid " + row.getInt(1),
                        row.getString(2),
                        row.getString(3),
                        since == null ? null : since.toInstant(),
                        row.getString(5)));
            }
        }
        return new SessionSight(blockers, progress(other, pid));
    }

    private static @Nullable StatementProgress progress(Connection other, String pid) throws SQLException {
        List<List<String>> rows = PostgresProbe.rows(other, """
                SELECT phase, CASE WHEN lockers_total > 0 THEN lockers_done WHEN blocks_total > 0 THEN blocks_done ELSE tuples_done END,
                       CASE WHEN lockers_total > 0 THEN lockers_total WHEN blocks_total > 0 THEN blocks_total ELSE tuples_total END
                  FROM pg_catalog.pg_stat_progress_create_index WHERE pid = %s AND phase IS NOT NULL""".formatted(pid));
        if (rows.isEmpty()) {
            return null;
        }
        List<String> row = rows.get(0);
        return new StatementProgress(row.get(0), Long.parseLong(row.get(1)), Long.parseLong(row.get(2)));
    }

    private static String setting(String name, String value) {
        return "set_config(" + LITERALS.of(name) + ", " + LITERALS.of(value) + ", false)";
    }
}
