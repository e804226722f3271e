package dev.migrate.dialect;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A row that names a session, and counts only while that session lives: H2 has no lock that outlasts the commit which every
 * change of the schema brings. Only an administrator sees other sessions; anybody else takes a row for living.
 */
final class H2Lock implements MigrationLock {

    private static final String ME = "SESSION_ID()";

    private static final String ALIVE =
            "(NOT EXISTS (SELECT 1 FROM INFORMATION_SCHEMA.USERS WHERE USER_NAME = CURRENT_USER"
                    + " AND IS_ADMIN) OR EXISTS (SELECT 1 FROM INFORMATION_SCHEMA.SESSIONS s WHERE s.SESSION_ID = l.session_id"
                    + " AND s.SESSION_START = l.session_start))";

    private final Connection connection;

    private final BookTables books;

    private final String table;

    /**
     * Creates the lock of a connection.
     *
     * @param table the quoted name of the table that holds the row
     */
    H2Lock(Connection connection, BookTables books, String table) {
        this.connection = connection;
        this.books = books;
        this.table = table;
    }

    static String tableName(BookTables books) {
        return books.version() + "_lock";
    }

    /**
     * Returns the statements that make the table and its one row, each harmless if it is there.
     *
     * @param schema the quoted name of its schema
     */
    static List<String> create(String schema, String table) {
        return List.of(
                "CREATE SCHEMA IF NOT EXISTS " + schema,
                "CREATE TABLE IF NOT EXISTS " + table + " (id INTEGER PRIMARY KEY, session_id INTEGER,"
                        + " session_start TIMESTAMP(9) WITH TIME ZONE)",
                "MERGE INTO " + table
                        + " USING (SELECT 1 AS one) ON id = one WHEN NOT MATCHED THEN INSERT (id) VALUES (1)");
    }

    /** Returns the statement that names this session where no living one is named. */
    static String take(String table) {
        return "UPDATE " + table + " l SET session_id = " + ME + ", session_start = (SELECT SESSION_START FROM"
                + " INFORMATION_SCHEMA.SESSIONS WHERE SESSION_ID = " + ME + ")"
                + " WHERE l.session_id IS NULL OR NOT " + ALIVE;
    }

    static String mine(String table) {
        return "EXISTS (SELECT 1 FROM " + table + " l WHERE l.session_id = " + ME + " AND " + ALIVE + ")";
    }

    @Override
    public boolean tryAcquire() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            if (!exists(statement)) {
                for (String sql : create('"' + books.schema().replace("\"", "\"\"") + '"', table)) {
                    statement.execute(sql);
                }
            }
            return statement.executeUpdate(take(table)) == 1;
        } catch (SQLException e) {
            DatabaseFailure.Kind kind = new H2Failures().explain(e).kind();
            // Two sessions made the table, or its row, at the same moment.
            if (kind == DatabaseFailure.Kind.RETRYABLE
                    || e.getSQLState().startsWith("23")
                    || e.getSQLState().equals("42S01")) {
                return false;
            }
            throw e;
        }
    }

    @Override
    public boolean release() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.executeUpdate(
                            "UPDATE " + table + " l SET session_id = NULL, session_start = NULL WHERE session_id = "
                                    + ME + " AND " + ALIVE)
                    == 1;
        }
    }

    @Override
    public boolean isHeld() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT " + mine(table))) {
            row.next();
            return row.getBoolean(1);
        }
    }

    @Override
    public @Nullable LockHolder holder() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            if (!exists(statement)) {
                return null;
            }
            try (ResultSet row =
                    statement.executeQuery("SELECT l.session_id, COALESCE(s.USER_NAME, ''), l.session_start,"
                            + " CASE WHEN s.SESSION_ID IS NULL THEN '' ELSE CONCAT_WS(' ', l.session_id, s.EXECUTING_STATEMENT,"
                            + " s.EXECUTING_STATEMENT_START, s.SLEEP_SINCE) END FROM "
                            + table
                            + " l LEFT JOIN INFORMATION_SCHEMA.SESSIONS s ON s.SESSION_ID = l.session_id"
                            + " WHERE l.session_id IS NOT NULL AND " + ALIVE)) {
                if (!row.next()) {
                    return null;
                }
                Timestamp since = row.getTimestamp(3);
                return new LockHolder(
                        "session " + row.getInt(1),
                        row.getString(2),
                        "",
                        since == null ? null : since.toInstant(),
                        row.getString(4));
            }
        }
    }

    private boolean exists(Statement statement) throws SQLException {
        String name = tableName(books).replace("'", "''");
        String schema = books.schema().replace("'", "''");
        try (ResultSet row = statement.executeQuery("SELECT 1 FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_SCHEMA = '"
                + schema + "' AND TABLE_NAME = '" + name + "'")) {
            return row.next();
        }
    }
}
