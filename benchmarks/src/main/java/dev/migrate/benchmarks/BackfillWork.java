package dev.migrate.benchmarks;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;

import dev.migrate.BackfillSource;
import dev.migrate.Extensions;
import dev.migrate.MigrateSettings;
import dev.migrate.Migrator;
import dev.migrate.backfill.Backfill;
import dev.migrate.backfill.BackfillDefinition;
import dev.migrate.backfill.BackfillListener;
import dev.migrate.backfill.BackfillSettings;
import dev.migrate.backfill.Batch;
import dev.migrate.backfill.JavaBackfill;

/** The same work twice: every message of a table gets the number of its tokens, batch by batch. */
final class BackfillWork {

    private static final String UPDATE = "UPDATE message SET tokens = length(content) / 4 WHERE id ";

    private final DataSource database;

    BackfillWork(DataSource database) {
        this.database = database;
    }

    static void fill(DataSource database, int rows) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE message (id bigint PRIMARY KEY, content text NOT NULL, tokens int,"
                    + " seen int NOT NULL DEFAULT 0)");
            statement.execute("INSERT INTO message (id, content) SELECT i, repeat('word ', 10 + i % 20)"
                    + " FROM generate_series(1, " + rows + ") i");
            statement.execute("VACUUM ANALYZE message");
        }
    }

    /** What a person writes: the next keys, the update, the commit. */
    void byHand(int batch) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement page = connection.prepareStatement(
                        "SELECT max(id) FROM" + " (SELECT id FROM message WHERE id > ? ORDER BY id LIMIT ?) page");
                PreparedStatement update = connection.prepareStatement(UPDATE + "> ? AND id <= ?")) {
            connection.setAutoCommit(false);
            long after = 0;
            for (long to = next(page, after, batch); to > 0; to = next(page, after, batch)) {
                update.setLong(1, after);
                update.setLong(2, to);
                update.executeUpdate();
                connection.commit();
                after = to;
            }
        }
    }

    private static long next(PreparedStatement page, long after, int batch) throws SQLException {
        page.setLong(1, after);
        page.setInt(2, batch);
        try (ResultSet row = page.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    void byMigrate(BackfillSettings settings) {
        new Migrator(
                        MigrateSettings.defaults().withBackfills(new BackfillSource(List.of(), settings)),
                        database,
                        Extensions.none().withBackfills(() -> List.of(BackfillDefinition.of(new Tokens()))))
                .backfills()
                .run("tokens", new BackfillListener() {}, () -> false);
    }

    void check(int rows) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(tokens) FROM message")) {
            row.next();
            if (row.getInt(1) != rows) {
                throw new IllegalStateException("Only " + row.getInt(1) + " of " + rows + " rows were processed");
            }
        }
    }

    @Backfill(name = "tokens", table = "message", key = "id")
    private static final class Tokens implements JavaBackfill {

        @Override
        public void process(Batch batch) {
            batch.sql(UPDATE + "BETWEEN :from AND :to").update();
        }
    }
}
