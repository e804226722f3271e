package dev.migrate.dialect;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * A session-level advisory lock, only ever tried, never waited for: a waiting {@code pg_advisory_lock} holds a snapshot,
 * and {@code CREATE INDEX CONCURRENTLY} would wait for it in turn.
 */
final class PostgresLock implements MigrationLock {

    /** A statement that the server works on gets on, however long it takes; one that sleeps or waits for others does not. */
    private static final String AT_WORK = "CASE WHEN a.state = 'active' AND coalesce(a.wait_event_type, '') NOT IN"
            + " ('Lock', 'Client') AND coalesce(a.wait_event, '') <> 'PgSleep' THEN clock_timestamp() END";

    private final Connection connection;

    private final long key;

    PostgresLock(Connection connection, BookTables books) {
        this.connection = connection;
        this.key = key(books);
    }

    /** Advisory locks are per database, so schema and table name one set of books among all. */
    static long key(BookTables books) {
        return ByteBuffer.wrap(books.hash("migrate:")).getLong();
    }

    @Override
    public boolean tryAcquire() throws SQLException {
        // The server gives a session its own lock again and again.
        return ask("SELECT CASE WHEN " + heldCondition() + " THEN false ELSE pg_try_advisory_lock(" + key + ") END");
    }

    @Override
    public boolean release() throws SQLException {
        return ask("SELECT pg_advisory_unlock(" + key + ")");
    }

    @Override
    public boolean isHeld() throws SQLException {
        return ask("SELECT " + heldCondition());
    }

    /** What other users' sessions do is shown only to members of {@code pg_read_all_stats}. */
    @Override
    public @Nullable LockHolder holder() throws SQLException {
        String sql = """
                SELECT l.pid, coalesce(a.usename, ''), coalesce(a.application_name, ''), a.backend_start,
                       CASE WHEN a.state <> 'disabled' THEN
                           concat_ws(' ', l.pid, a.query_start, a.state_change, a.wait_event, p.phase, p.blocks_done, p.tuples_done, p.lockers_done, %s)
                       END
                  FROM pg_catalog.pg_locks l
                  LEFT JOIN pg_catalog.pg_stat_activity a ON a.pid = l.pid
                  LEFT JOIN pg_catalog.pg_stat_progress_create_index p ON p.pid = l.pid
                 WHERE %s""".formatted(AT_WORK, condition(key));
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            if (!row.next()) {
                return null;
            }
            Timestamp since = row.getTimestamp(4);
            return new LockHolder(
                    "pid " + row.getInt(1),
                    row.getString(2),
                    row.getString(3),
                    since == null ? null : since.toInstant(),
                    Objects.requireNonNullElse(row.getString(5), ""));
        }
    }

    @Override
    public String heldCondition() {
        return "EXISTS (SELECT FROM pg_catalog.pg_locks WHERE " + condition(key) + " AND pid = pg_backend_pid())";
    }

    static String held(long key) {
        return "EXISTS (SELECT FROM pg_catalog.pg_locks WHERE " + condition(key) + ")";
    }

    static String take(long key) {
        return "DO $migrate$ BEGIN IF NOT pg_try_advisory_lock(" + key
                + ") THEN RAISE EXCEPTION 'another migrate run holds the lock'; END IF; END $migrate$";
    }

    private static String condition(long key) {
        return "locktype = 'advisory' AND classid = " + (key >>> 32) + " AND objid = " + (key & 0xFFFF_FFFFL)
                + " AND objsubid = 1 AND granted AND database = (SELECT oid FROM pg_catalog.pg_database WHERE datname = current_database())";
    }

    private boolean ask(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getBoolean(1);
        }
    }
}
