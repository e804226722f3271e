package dev.migrate.backfill;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** Asks the database whether it has something better to do. */
final class Throttles {

    private static final String MAY_MONITOR = "SELECT pg_has_role('pg_read_all_stats', 'USAGE')::int";

    /** The table and its partitions. */
    private static final String TABLES =
            "SELECT to_regclass(?)::oid UNION SELECT relid FROM pg_partition_tree(to_regclass(?))";

    private final Connection connection;

    private final String table;

    private final ThrottleSettings settings;

    private long asked;

    private @Nullable Position last;

    private final List<String> holding = new ArrayList<>();

    private final List<String> missing = new ArrayList<>();

    /**
     * Creates throttles that have not asked yet.
     *
     * @param table quoted
     */
    Throttles(Connection connection, String table, ThrottleSettings settings) {
        this.connection = connection;
        this.table = table;
        this.settings = settings;
        this.asked = System.nanoTime() - settings.every().toNanos();
    }

    /** Asks again if it is time to, in autocommit; true if there is something else to say than before. */
    boolean ask() throws SQLException {
        if (System.nanoTime() - asked < settings.every().toNanos()) {
            return false;
        }
        asked = System.nanoTime();
        String before = told();
        holding.clear();
        missing.clear();
        if (!settings.replicationLag().isZero()) {
            ask("replication lag", this::replication);
        }
        if (settings.walRate() > 0) {
            ask("rate of the write-ahead log", this::writeAheadLog);
        }
        if (settings.waitingLocks()) {
            ask("waiting locks", this::waitingLocks);
        }
        if (settings.autovacuum()) {
            ask("autovacuum", this::autovacuum);
        }
        return !Objects.equals(before, told());
    }

    /** Tells whether to hold back. */
    boolean isHolding() {
        return !holding.isEmpty();
    }

    /** Returns why it holds back and what it could not ask, {@code null} for neither. */
    @Nullable String told() {
        List<String> all = new ArrayList<>();
        if (isHolding()) {
            all.add("holding back: " + String.join(", ", holding));
        }
        all.addAll(missing);
        return all.isEmpty() ? null : String.join("; ", all);
    }

    /** What cannot be asked is told, and holds nothing back. */
    private void ask(String what, Question question) throws SQLException {
        try {
            String why = question.ask();
            if (why != null) {
                holding.add(why);
            }
        } catch (SQLException e) {
            if (!connection.isValid(1)) {
                throw e;
            }
            LoggerFactory.getLogger(Throttles.class).debug("A throttle cannot be asked", e);
            missing.add(what + " not available: SQLSTATE " + e.getSQLState());
        }
    }

    /** The views show everybody's rows to everybody, but with nothing in them. */
    private boolean mayMonitor(String what) throws SQLException {
        boolean may = number(MAY_MONITOR) > 0;
        if (!may) {
            missing.add(what + " not available: the database user needs the role pg_monitor");
        }
        return may;
    }

    private @Nullable String replication() throws SQLException {
        if (!mayMonitor("replication lag")) {
            return null;
        }
        double lag = number("SELECT coalesce(max(extract(epoch FROM replay_lag)), 0)::float8 FROM pg_stat_replication");
        return lag > settings.replicationLag().toMillis() / 1000.0
                ? String.format(Locale.ROOT, "a standby is %.1f s behind", lag)
                : null;
    }

    private @Nullable String writeAheadLog() throws SQLException {
        Position before = last;
        Position now = new Position(
                number("SELECT pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')::float8"), System.nanoTime());
        last = now;
        double rate = before == null ? 0 : now.bytesASecond(before);
        return rate > settings.walRate()
                ? "the write-ahead log grows by " + Math.round(rate / 1_000_000) + " MB a second"
                : null;
    }

    private @Nullable String waitingLocks() throws SQLException {
        double waiting = number(
                "SELECT count(*)::float8 FROM pg_locks WHERE NOT granted AND locktype = 'relation' AND relation IN ("
                        + TABLES + ") AND database = (SELECT oid FROM pg_database WHERE datname = current_database())",
                table,
                table);
        return waiting > 0 ? Math.round(waiting) + " wait for a lock on the table" : null;
    }

    private @Nullable String autovacuum() throws SQLException {
        if (!mayMonitor("autovacuum")) {
            return null;
        }
        double workers = number(
                "SELECT count(*)::float8 FROM pg_stat_progress_vacuum v JOIN pg_stat_activity a USING (pid)"
                        + " WHERE v.relid IN (" + TABLES + ") AND a.backend_type = 'autovacuum worker'"
                        + " AND v.datname = current_database()",
                table,
                table);
        return workers > 0 ? "autovacuum works on the table" : null;
    }

    private double number(String sql, String... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? row.getDouble(1) : 0;
            }
        }
    }

    /** Returns why to hold back, or {@code null}. */
    @FunctionalInterface
    private interface Question {
        @Nullable String ask() throws SQLException;
    }

    /** Where the write-ahead log was at a time. */
    private record Position(double bytes, long nanos) {

        double bytesASecond(Position before) {
            return (bytes - before.bytes) / Math.max(1, nanos - before.nanos) * 1e9;
        }
    }
}
