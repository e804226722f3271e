package dev.migrate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;

import org.springframework.jdbc.core.JdbcTemplate;

import dev.migrate.backfill.Backfill;
import dev.migrate.backfill.BackfillDefinition;
import dev.migrate.backfill.BackfillSettings;
import dev.migrate.backfill.Batch;
import dev.migrate.backfill.JavaBackfill;
import dev.migrate.backfill.ThrottleSettings;

import static org.assertj.core.api.Assertions.assertThat;

/** Tables whose rows count how often they were processed, and backfills that go through them. */
final class BackfillSample {

    static final String COUNTING = """
            -- backfill: count
            -- table: item
            -- key: id
            -- message: Counts every row
            UPDATE item SET times = times + 1 WHERE id BETWEEN :from AND :to;
            """;

    private BackfillSample() {}

    static void items(DataSource database, int rows) {
        new JdbcTemplate(database).execute("CREATE TABLE item (id bigint PRIMARY KEY, times int NOT NULL DEFAULT 0)");
        // Gaps, as deleted rows leave them.
        new JdbcTemplate(database)
                .execute("INSERT INTO item SELECT 3 * i + i % 7 * 1000000 FROM generate_series(1, " + rows + ") i");
    }

    static void assertEveryItemOnce(DataSource database, int rows) {
        JdbcTemplate jdbc = new JdbcTemplate(database);
        assertThat(jdbc.queryForList("SELECT times || ': ' || count(*) FROM item GROUP BY times", String.class))
                .containsExactly("1: " + rows);
    }

    static BackfillSettings settings(int smallest, int largest) {
        return new BackfillSettings(
                Duration.ofMillis(500), smallest, largest, 0.05, Duration.ofSeconds(2), 5, ThrottleSettings.defaults());
    }

    static Path file(Path folder, String content) {
        try {
            return Files.writeString(folder.resolve("count.sql"), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Backfills of(DataSource database, Path folder, BackfillSettings settings, JavaBackfill... classes) {
        return migrator(database, folder, settings, classes).backfills();
    }

    static Migrator migrator(DataSource database, Path folder, BackfillSettings settings, JavaBackfill... classes) {
        return new Migrator(
                MigrateSettings.defaults().withBackfills(new BackfillSource(List.of("file:" + folder), settings)),
                database,
                Extensions.none().withBackfills(() -> List.of(classes).stream()
                        .map(BackfillDefinition::of)
                        .toList()));
    }

    /** Waits until a query of one number says so. */
    static void await(DataSource database, String sql, long wanted) throws InterruptedException {
        JdbcTemplate jdbc = new JdbcTemplate(database);
        long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!Long.valueOf(wanted).equals(jdbc.queryForObject(sql, Long.class))) {
            assertThat(System.nanoTime()).as(sql).isLessThan(deadline);
            Thread.sleep(10);
        }
    }

    /** Goes through a table by two columns. */
    @Backfill(
            name = "pairs",
            table = "pair",
            key = {"tenant", "number"})
    static final class Pairs implements JavaBackfill {

        @Override
        public void process(Batch batch) {
            batch.sql("UPDATE pair SET times = times + 1 WHERE (tenant, number) >= (:from_tenant, :from_number)"
                            + " AND (tenant, number) <= (:to_tenant, :to_number)")
                    .update();
        }
    }

    /** Tries to commit. */
    @Backfill(name = "ending", table = "item", key = "id")
    static final class Ending implements JavaBackfill {

        private final String sql;

        Ending(String sql) {
            this.sql = sql;
        }

        @Override
        public void process(Batch batch) {
            batch.jdbc().sql(sql).update();
        }
    }
}
