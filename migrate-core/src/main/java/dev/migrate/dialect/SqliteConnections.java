package dev.migrate.dialect;

import java.sql.Connection;
import java.sql.SQLException;

import org.sqlite.SQLiteConfig.TransactionMode;
import org.sqlite.SQLiteConnection;

/** What only the driver's own classes can do; loaded on SQLite alone. */
final class SqliteConnections {

    private SqliteConnections() {}

    /** A transaction that first reads and then writes would fail at once if somebody else wrote in between. */
    static void beginImmediately(Connection connection) throws SQLException {
        if (connection.isWrapperFor(SQLiteConnection.class)) {
            connection.unwrap(SQLiteConnection.class).setCurrentTransactionMode(TransactionMode.IMMEDIATE);
        }
    }
}
