package dev.migrate.backfill;

import java.sql.Connection;
import java.sql.SQLException;

import org.slf4j.LoggerFactory;

/** One transaction: committed if its work gets through, rolled back if not. */
final class Transaction {

    private Transaction() {}

    static <T> T in(Connection connection, Work<T> work) throws SQLException {
        connection.setAutoCommit(false);
        try {
            T result = work.run();
            connection.commit();
            connection.setAutoCommit(true);
            return result;
        } catch (SQLException | RuntimeException | Error e) {
            rollback(connection);
            throw e;
        }
    }

    private static void rollback(Connection connection) {
        try {
            if (!connection.getAutoCommit()) {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            // A lost connection has rolled back by itself; the failure that brought us here is the one to tell.
            LoggerFactory.getLogger(Transaction.class).debug("The rollback could not be sent", e);
        }
    }

    @FunctionalInterface
    interface Work<T> {
        T run() throws SQLException;
    }
}
