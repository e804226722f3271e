package dev.migrate.backfill;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** Asks the database whether it has something better to do. */
final class Throttles {

    private static final String MAY_MONITOR = "SELECT pg_has_role('pg_read_all_stats', 'USAGE')";

    private static final String MISSING = " not available: the database user needs the role pg_monitor";

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

    /** Asks again if it is time to, in autocommit; true if it did. */
    boolean ask() throws SQLException {
        long now = System.nanoTime();
        if (now - asked < settings.every().toNanos()) {
            return false;
        }
        asked = now;
        holding.clear();
        missing.clear();
        boolean monitor = is(MAY_MONITOR);
        if (!settings.replicationLag().isZero()) {
            replication(monitor);
        }
        if (settings.walRate() > 0) {
            writeAheadLog(now);
        }
        if (settings.waitingLocks()) {
            waitingLocks();
        }
        if (settings.autovacuum()) {
            autovacuum(monitor);
        }
        return true;
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

    private void replication(boolean monitor) throws SQLException {
        if (!monitor) {
            missing.add("replication lag" + MISSING);
            return;
        }
        double lag = number("SELECT coalesce(max(extract(epoch FROM replay_lag)), 0)::float8 FROM pg_stat_replication");
        if (lag > settings.replicationLag().toMillis() / 1000.0) {
            holding.add("a standby is " + Math.round(lag) + " s behind");
        }
    }

    private void writeAheadLog(long now) throws SQLException {
        double position;
        try {
            position = number("SELECT pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')::float8");
        } catch (SQLException e) {
            LoggerFactory.getLogger(Throttles.class).debug("The write-ahead log cannot be measured", e);
            missing.add("rate of the write-ahead log not available: " + e.getSQLState());
            return;
        }
        Position before = last;
        last = new Position(position, now);
        if (before != null) {
            double rate = (position - before.bytes()) / Math.max(1, now - before.nanos()) * 1e9;
            if (rate > settings.walRate()) {
                holding.add("the write-ahead log grows by " + Math.round(rate / 1_000_000) + " MB a second");
            }
        }
    }

    private void waitingLocks() throws SQLException {
        String sql =
                "SELECT count(*)::float8 FROM pg_locks WHERE NOT granted AND locktype = 'relation' AND relation = to_regclass(?)::oid"
                        + " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())";
        double waiting = number(sql, table);
        if (waiting > 0) {
            holding.add(Math.round(waiting) + " wait for a lock on the table");
        }
    }

    private void autovacuum(boolean monitor) throws SQLException {
        if (!monitor) {
            missing.add("autovacuum" + MISSING);
            return;
        }
        String sql = "SELECT count(*)::float8 FROM pg_stat_progress_vacuum v JOIN pg_stat_activity a USING (pid)"
                + " WHERE v.relid = to_regclass(?)::oid AND a.backend_type = 'autovacuum worker'"
                + " AND v.datname = current_database()";
        if (number(sql, table) > 0) {
            holding.add("autovacuum works on the table");
        }
    }

    private boolean is(String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            return row.next() && row.getBoolean(1);
        }
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

    /** Where the write-ahead log was at a time. */
    private record Position(double bytes, long nanos) {}
}
