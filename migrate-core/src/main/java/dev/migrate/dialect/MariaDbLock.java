package dev.migrate.dialect;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;

import org.jspecify.annotations.Nullable;

/** A named lock of the session, only ever tried, never waited for; it is one server's, and the server frees it when the session ends. */
final class MariaDbLock implements MigrationLock {

    private final Connection connection;

    private final String name;

    MariaDbLock(Connection connection, BookTables books) {
        this.connection = connection;
        this.name = name(books);
    }

    /** Returns the lock's name as a literal: names belong to the whole server and have at most 64 characters. */
    static String name(BookTables books) {
        return "'migrate:" + HexFormat.of().formatHex(books.hash(""), 0, 16) + "'";
    }

    /**
     * Returns the condition that a script's session has the lock now. One that had it already would otherwise have to give it back
     * twice.
     */
    static String take(String name) {
        return "IF(" + mine(name) + ", 1, GET_LOCK(" + name + ", 0)) = 1";
    }

    private static String mine(String name) {
        return "COALESCE(IS_USED_LOCK(" + name + ") = CONNECTION_ID(), FALSE)";
    }

    @Override
    public boolean tryAcquire() throws SQLException {
        return ask("IF(" + mine(name) + ", 0, GET_LOCK(" + name + ", 0)) = 1");
    }

    @Override
    public boolean release() throws SQLException {
        return ask("COALESCE(RELEASE_LOCK(" + name + "), 0)");
    }

    @Override
    public boolean isHeld() throws SQLException {
        return ask(mine(name));
    }

    @Override
    public String heldCondition() {
        return mine(name);
    }

    /** What other users' sessions do is shown only to those with the privilege PROCESS. */
    @Override
    public @Nullable LockHolder holder() throws SQLException {
        String sql = """
                SELECT l.id, COALESCE(p.USER, 'another user'), SUBSTRING_INDEX(p.HOST, ':', 1),
                       IF(p.ID IS NULL, '', CONCAT_WS(' ', l.id, p.QUERY_ID, p.STATE, p.STAGE, p.PROGRESS))
                  FROM (SELECT IS_USED_LOCK(%s) AS id) l
                  LEFT JOIN information_schema.PROCESSLIST p ON p.ID = l.id
                 WHERE l.id IS NOT NULL""".formatted(name);
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            if (!row.next()) {
                return null;
            }
            String host = row.getString(3);
            return new LockHolder(
                    "connection " + row.getLong(1) + (host == null || host.isEmpty() ? "" : " from " + host),
                    row.getString(2),
                    "",
                    null,
                    row.getString(4));
        }
    }

    private boolean ask(String condition) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT " + condition)) {
            row.next();
            return row.getBoolean(1);
        }
    }
}
