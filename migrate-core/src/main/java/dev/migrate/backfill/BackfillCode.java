package dev.migrate.backfill;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import dev.migrate.dialect.Dialect;
import dev.migrate.error.MigrateException;
import dev.migrate.script.GuardedConnection;

/** Calls an application's code inside a transaction that is not for it to end. */
final class BackfillCode {

    private static final String HINT =
            "A run commits what a batch does together with the note that it is done. Leave it out.";

    private static final int COUNTED = 1_000_000;

    private final JavaBackfill code;

    private final Connection connection;

    private final JdbcClient jdbc;

    private final Connection guarded;

    BackfillCode(JavaBackfill code, Connection connection, Dialect dialect) {
        this.code = code;
        this.connection = connection;
        this.guarded = GuardedConnection.of(
                connection,
                dialect.lexicalRules(),
                what -> new MigrateException(what + " is not for the code of a backfill", HINT));
        this.jdbc = JdbcClient.create(new SingleConnectionDataSource(guarded, false));
    }

    void setUp() {
        code.setup(jdbc);
    }

    void process(BackfillKey key, Page page) {
        code.process(new Batch(guarded, jdbc, key, page));
    }

    void tearDown() {
        code.teardown(jdbc);
    }

    /** Returns how many rows there are, as far as anybody knows without counting many. */
    long estimate(BackfillKey key) throws SQLException {
        Long told = code.estimate(jdbc);
        if (told != null) {
            return told;
        }
        long known = number(
                "SELECT coalesce(sum(c.reltuples) FILTER (WHERE c.reltuples > 0), 0)::bigint FROM pg_catalog.pg_class c"
                        + " WHERE c.oid = to_regclass(?)::oid OR c.oid IN"
                        + " (SELECT t.relid FROM pg_partition_tree(to_regclass(?)) t WHERE t.isleaf)",
                key.table(),
                key.table());
        return known > 0
                ? known
                : number("SELECT count(*) FROM (SELECT 1 FROM " + key.table() + " LIMIT " + COUNTED + ") counted");
    }

    private long number(String sql, String... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
