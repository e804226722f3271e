package dev.migrate;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import dev.migrate.backfill.Backfill;
import dev.migrate.backfill.BackfillListener;
import dev.migrate.backfill.BackfillSettings;
import dev.migrate.backfill.BackfillState;
import dev.migrate.backfill.BackfillStatus;
import dev.migrate.backfill.Batch;
import dev.migrate.backfill.JavaBackfill;
import dev.migrate.backfill.ThrottleSettings;
import dev.migrate.error.MigrateException;
import dev.migrate.testing.TestDatabases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class BackfillTests {

    private static final BackfillListener SILENT = new BackfillListener() {};

    private static final BackfillSettings SMALL = BackfillSample.settings(50, 200);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private final DriverManagerDataSource database = TestDatabases.postgres();

    private final JdbcTemplate jdbc = new JdbcTemplate(database);

    @Test
    void fileProcessesEveryRowOnce() {
        BackfillSample.items(database, 5000);
        BackfillSample.file(folder, BackfillSample.COUNTING);

        BackfillStatus status = counting().run("count", SILENT, () -> false);

        BackfillSample.assertEveryItemOnce(database, 5000);
        assertThat(status.state()).isEqualTo(BackfillState.FINISHED);
        assertThat(status.progress().rows()).isEqualTo(5000);
        assertThat(status.progress().batches()).isGreaterThanOrEqualTo(25);
        assertThat(status.percent()).isEqualTo(100);
        assertThat(counting().list())
                .singleElement()
                .extracting(BackfillStatus::message)
                .isEqualTo("Counts every row");
        assertThat(jdbc.queryForObject("SELECT count(*) FROM migrate_backfill_range", Long.class))
                .isZero();
    }

    @Test
    void finishedBackfillIsLeftAloneUntilItStartsOver() {
        BackfillSample.items(database, 300);
        BackfillSample.file(folder, BackfillSample.COUNTING);
        counting().run("count", SILENT, () -> false);

        assertThat(counting().run("count", SILENT, () -> false).state()).isEqualTo(BackfillState.FINISHED);
        BackfillSample.assertEveryItemOnce(database, 300);
        assertThat(counting().count("count")).isZero();

        counting().startOver("count");
        assertThat(counting().count("count")).isEqualTo(300);
        counting().run("count", SILENT, () -> false);
        assertThat(jdbc.queryForList("SELECT DISTINCT times FROM item", Integer.class))
                .containsExactly(2);
    }

    @Test
    void emptyTableIsFinishedAtOnce() {
        BackfillSample.items(database, 0);
        BackfillSample.file(folder, BackfillSample.COUNTING);

        assertThat(counting().run("count", SILENT, () -> false).state()).isEqualTo(BackfillState.FINISHED);
    }

    @Test
    void keysMayHaveSeveralColumns() {
        jdbc.execute("CREATE TABLE pair (tenant int, number smallint, times int NOT NULL DEFAULT 0,"
                + " PRIMARY KEY (tenant, number))");
        jdbc.execute("INSERT INTO pair SELECT i % 13, i FROM generate_series(1, 3000) i");

        Backfills backfills = BackfillSample.of(database, folder, SMALL, new BackfillSample.Pairs());
        backfills.run("pairs", SILENT, () -> false);

        assertThat(jdbc.queryForList("SELECT DISTINCT times FROM pair", Integer.class))
                .containsExactly(1);
    }

    @Test
    void keysMayBeUuidsAndTexts() {
        for (String type : List.of("uuid", "text", "varchar(80)", "numeric(12, 2)", "integer")) {
            String value = type.equals("uuid")
                    ? "md5(i::text)::uuid"
                    : type.equals("integer") || type.startsWith("numeric") ? "i" : "'Ä' || md5(i::text) || '''\"{,'";
            jdbc.execute("DROP TABLE IF EXISTS item");
            jdbc.execute("CREATE TABLE item (id " + type + " PRIMARY KEY, times int NOT NULL DEFAULT 0)");
            jdbc.execute("INSERT INTO item SELECT " + value + " FROM generate_series(1, 1500) i");
            BackfillSample.file(folder, BackfillSample.COUNTING.replace("count\n", "of-" + type.charAt(0) + "\n"));

            counting().run("of-" + type.charAt(0), SILENT, () -> false);

            BackfillSample.assertEveryItemOnce(database, 1500);
        }
    }

    @Test
    void javaCodeReadsItsKeysAndRunsBetweenSetupAndTeardown() {
        BackfillSample.items(database, 700);
        List<String> calls = new ArrayList<>();

        BackfillSample.of(database, folder, SMALL, new Calls(calls)).run("calls", SILENT, () -> false);

        assertThat(calls).startsWith("setup").endsWith("teardown");
        assertThat(calls.subList(1, calls.size() - 1)).hasSizeGreaterThan(2).allMatch("batch"::equals);
        BackfillSample.assertEveryItemOnce(database, 700);
        assertThat(jdbc.queryForObject("SELECT estimate FROM migrate_backfill", Long.class))
                .isEqualTo(4711);
    }

    @Test
    void failedBatchLeavesNothingAndIsTakenUpAgain() {
        BackfillSample.items(database, 1000);
        BackfillSample.file(folder, BackfillSample.COUNTING);
        jdbc.execute("ALTER TABLE item ADD CONSTRAINT trap CHECK (times = 0 OR id % 300 <> 0)");

        assertThatThrownBy(() -> counting().run("count", SILENT, () -> false))
                .isInstanceOf(MigrateException.class)
                .hasMessageContaining("Backfill count has failed:")
                .hasMessageContaining("trap")
                .extracting(failure -> ((MigrateException) failure).hint())
                .asString()
                .contains("`migrate backfill run count` goes on where it stopped.");
        BackfillStatus failed = counting().list().get(0);
        assertThat(failed.state()).isEqualTo(BackfillState.FAILED);
        assertThat(failed.error()).contains("trap").doesNotContain("DETAIL");

        jdbc.execute("ALTER TABLE item DROP CONSTRAINT trap");
        assertThat(counting().run("count", SILENT, () -> false).error()).isNull();
        BackfillSample.assertEveryItemOnce(database, 1000);
    }

    @Test
    void slowBatchIsHalvedAndTriedAgain() {
        BackfillSample.items(database, 600);
        // 1 ms for a row, against a limit of 100 ms for a statement.
        BackfillSample.file(
                folder,
                BackfillSample.COUNTING.replace(
                        "WHERE",
                        "FROM (SELECT pg_sleep(0.001 * (count(*) - 1)) FROM item WHERE id BETWEEN :from AND :to) slow WHERE"));
        BackfillSettings hasty = new BackfillSettings(
                Duration.ofMillis(10), 20, 600, 0, Duration.ofSeconds(1), 9, ThrottleSettings.defaults());

        BackfillStatus status = BackfillSample.of(database, folder, hasty).run("count", SILENT, () -> false);

        BackfillSample.assertEveryItemOnce(database, 600);
        assertThat(status.progress().retries()).isPositive();
        assertThat(status.progress().batchSize()).isLessThan(100);
    }

    @Test
    void lockOfSomebodyElseIsGivenUpOnAfterTheLastAttempt() throws Exception {
        BackfillSample.items(database, 100);
        BackfillSample.file(folder, BackfillSample.COUNTING);
        BackfillSettings hasty = new BackfillSettings(
                Duration.ofMillis(10), 20, 600, 0, Duration.ofMillis(20), 3, ThrottleSettings.defaults());
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("UPDATE item SET times = times");
            assertThatThrownBy(() -> BackfillSample.of(database, folder, hasty).run("count", SILENT, () -> false))
                    .hasMessageContaining("Backfill count has failed: canceling statement due to lock timeout");
            connection.rollback();
        }

        BackfillSample.of(database, folder, hasty).run("count", SILENT, () -> false);
        BackfillSample.assertEveryItemOnce(database, 100);
    }

    @Test
    void severalProcessesShareIt() throws Exception {
        BackfillSample.items(database, 20_000);
        // Long enough for everybody to come in time.
        BackfillSample.file(
                folder, BackfillSample.COUNTING.replace("WHERE", "FROM (SELECT pg_sleep(0.02)) slow WHERE"));
        ExecutorService replicas = Executors.newFixedThreadPool(3);
        AtomicInteger[] own = {new AtomicInteger(), new AtomicInteger(), new AtomicInteger()};
        List<Future<BackfillStatus>> ends = new ArrayList<>();
        for (AtomicInteger batches : own) {
            ends.add(replicas.submit(() -> counting()
                    .run(
                            "count",
                            new BackfillListener() {
                                @Override
                                public void batch(String name, long rows, Duration duration) {
                                    batches.incrementAndGet();
                                }
                            },
                            () -> false)));
        }
        for (Future<BackfillStatus> end : ends) {
            assertThat(end.get().state()).isEqualTo(BackfillState.FINISHED);
        }
        replicas.shutdown();

        BackfillSample.assertEveryItemOnce(database, 20_000);
        assertThat(own).allMatch(batches -> batches.get() > 0);
        assertThat(counting().list().get(0).progress().rows()).isEqualTo(20_000);
    }

    @Test
    void rowsBehindTheLastKeyOfTheStartAreNotWaitedFor() {
        BackfillSample.items(database, 400);
        BackfillSample.file(folder, BackfillSample.COUNTING);

        counting()
                .run(
                        "count",
                        new BackfillListener() {
                            @Override
                            public void batch(String name, long rows, Duration duration) {
                                jdbc.execute("INSERT INTO item SELECT max(id) + 1, 1 FROM item");
                            }
                        },
                        () -> false);

        assertThat(jdbc.queryForList("SELECT DISTINCT times FROM item", Integer.class))
                .containsExactly(1);
    }

    @Test
    void lostConnectionLeavesTheBackfillToOthers() {
        BackfillSample.items(database, 1000);
        BackfillSample.file(folder, BackfillSample.COUNTING);
        BackfillListener cutting = new BackfillListener() {
            @Override
            public void batch(String name, long rows, Duration duration) {
                jdbc.queryForList("SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity"
                        + " WHERE datname = current_database() AND application_name LIKE 'migrate backfill%'");
            }
        };

        assertThatThrownBy(() -> counting().run("count", cutting, () -> false))
                .isInstanceOf(MigrateException.class)
                .hasMessageStartingWith("The connection to the database was lost:");

        assertThat(counting().status("count").state()).isEqualTo(BackfillState.RUNNING);
        counting().run("count", SILENT, () -> false);
        BackfillSample.assertEveryItemOnce(database, 1000);
    }

    @Test
    void transactionOfABatchIsNotForItsCodeToEnd() {
        BackfillSample.items(database, 200);
        for (String end : List.of("COMMIT", "DO $$ BEGIN COMMIT; END $$")) {
            Backfills backfills = BackfillSample.of(database, folder, SMALL, new BackfillSample.Ending(end));
            assertThatThrownBy(() -> backfills.run("ending", SILENT, () -> false))
                    .isInstanceOf(MigrateException.class);
        }
        assertThat(jdbc.queryForObject("SELECT sum(times) FROM item", Long.class))
                .isZero();
    }

    @Test
    void keyThatDoesNotTellRowsApartIsRefused() {
        jdbc.execute("CREATE TABLE item (id bigint, times int NOT NULL)");
        BackfillSample.file(folder, BackfillSample.COUNTING);

        assertThatThrownBy(() -> counting().run("count", SILENT, () -> false))
                .hasMessage("Backfill count cannot run: the table item has empty values in id");
        jdbc.execute("ALTER TABLE item ALTER COLUMN id SET NOT NULL");
        assertThatThrownBy(() -> counting().run("count", SILENT, () -> false))
                .hasMessage("Backfill count cannot run: the table item has no unique index on (id)");
        jdbc.execute("DROP TABLE item");
        assertThatThrownBy(() -> counting().run("count", SILENT, () -> false))
                .hasMessage("Backfill count cannot run: the table item does not exist");
        assertThat(jdbc.queryForObject("SELECT to_regclass('migrate_backfill')", String.class))
                .isNull();
    }

    @Test
    void readingCreatesNothing() {
        BackfillSample.file(folder, BackfillSample.COUNTING);

        assertThat(counting().list())
                .singleElement()
                .extracting(BackfillStatus::state)
                .isEqualTo(BackfillState.PENDING);
        assertThatThrownBy(() -> counting().pause("count")).hasMessage("Backfill count was never begun");
        assertThatThrownBy(() -> counting().run("countt", SILENT, () -> false))
                .hasMessage("There is no backfill countt")
                .extracting(failure -> ((MigrateException) failure).hint())
                .isEqualTo("Did you mean count?");
        assertThat(jdbc.queryForObject("SELECT to_regclass('migrate_backfill')", String.class))
                .isNull();
    }

    @Test
    void otherDatabasesAreRefused() {
        BackfillSample.file(folder, BackfillSample.COUNTING);
        Backfills backfills = BackfillSample.of(TestDatabases.h2(), folder, SMALL);

        assertThatThrownBy(backfills::list).hasMessage("Backfills do not run on H2");
    }

    private Backfills counting() {
        return BackfillSample.of(database, folder, SMALL);
    }

    /** Writes down which of its methods are called. */
    @Backfill(name = "calls", table = "public.item", key = "id")
    static final class Calls implements JavaBackfill {

        private final List<String> calls;

        Calls(List<String> calls) {
            this.calls = calls;
        }

        @Override
        public void setup(JdbcClient client) {
            calls.add("setup");
        }

        @Override
        public Long estimate(JdbcClient client) {
            return 4711L;
        }

        @Override
        public void process(Batch batch) {
            calls.add("batch");
            List<Long> keys = batch.keys(Long.class);
            assertThat(keys).hasSize((int) batch.rows());
            assertThat(batch.keyRows()).hasSameSizeAs(keys);
            assertThat(batch.bounds())
                    .containsEntry("from", keys.get(0))
                    .containsEntry("to_id", keys.get(keys.size() - 1));
            batch.jdbc()
                    .sql("UPDATE item SET times = times + 1 WHERE id = ANY (?)")
                    .param(keys.toArray(new Long[0]))
                    .update();
        }

        @Override
        public void teardown(JdbcClient client) {
            calls.add("teardown");
        }
    }
}
