package dev.migrate.lint.trace;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

import dev.migrate.lint.effect.Effect;

/** Runs something on PostgreSQL and reads from the server what it costs; the connection is in a transaction. */
public final class Probe {

    private final Connection connection;

    /** Creates a probe on a connection that does not commit by itself. */
    public Probe(Connection connection) {
        this.connection = connection;
    }

    /** Runs a statement and returns what it did beyond what the transaction had done before. */
    public Effect run(String sql) throws SQLException {
        return measure(() -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute(sql);
            }
        });
    }

    Effect measure(Work work) throws SQLException {
        Look before = Look.inside(connection);
        work.run();
        return before.until(Look.inside(connection));
    }

    /** What is measured. */
    @FunctionalInterface
    interface Work {
        void run() throws SQLException;
    }
}
