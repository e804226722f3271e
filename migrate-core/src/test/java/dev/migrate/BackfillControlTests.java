package dev.migrate;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import dev.migrate.backfill.Backfill;
import dev.migrate.backfill.BackfillDefinition;
import dev.migrate.backfill.BackfillListener;
import dev.migrate.backfill.BackfillSettings;
import dev.migrate.backfill.BackfillState;
import dev.migrate.backfill.BackfillStatus;
import dev.migrate.backfill.Batch;
import dev.migrate.backfill.JavaBackfill;
import dev.migrate.error.MigrateException;
import dev.migrate.testing.OwnThread;
import dev.migrate.testing.TestDatabases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Who stops a backfill, lets it go on, and with which definition. */
class BackfillControlTests {

    private static final BackfillListener SILENT = new BackfillListener() {};

    private static final BackfillSettings SMALL = BackfillSample.settings(50, 200);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private final DriverManagerDataSource database = TestDatabases.postgres();

    private final JdbcTemplate jdbc = new JdbcTemplate(database);

    @BeforeEach
    void twoThousandItems() {
        BackfillSample.items(database, 2000);
        BackfillSample.file(folder, BackfillSample.COUNTING);
    }

    @Test
    void anybodyPausesResumesAndCancels() {
        Backfills other = counting();

        assertThat(counting().run("count", pausing(other), () -> false).state()).isEqualTo(BackfillState.PAUSED);
        assertThat(other.status("count").progress().batches()).isEqualTo(1);
        assertThat(other.pause("count").state()).isEqualTo(BackfillState.PAUSED);
        assertThatThrownBy(() -> other.run("count", SILENT, () -> false)).hasMessage("Backfill count is paused");
        assertThat(other.join("count", SILENT, () -> false).state()).isEqualTo(BackfillState.PAUSED);
        assertThat(other.resume("count").state()).isEqualTo(BackfillState.RUNNING);
        assertThat(other.resume("count").state()).isEqualTo(BackfillState.RUNNING);
        assertThatThrownBy(() -> other.startOver("count")).hasMessage("Backfill count is running");
        assertThat(other.cancel("count").state()).isEqualTo(BackfillState.CANCELLED);
        assertThat(other.cancel("count").state()).isEqualTo(BackfillState.CANCELLED);
        assertThatThrownBy(() -> other.run("count", SILENT, () -> false)).hasMessage("Backfill count was cancelled");
        assertThatThrownBy(() -> other.resume("count"))
                .hasMessage("Backfill count is CANCELLED")
                .extracting(failure -> ((MigrateException) failure).hint())
                .isEqualTo("`migrate backfill run count --again` starts over.");
    }

    @Test
    void pausedBackfillGoesOnWhereItStopped() {
        counting().run("count", pausing(counting()), () -> false);

        counting().resume("count");
        assertThat(counting().run("count", SILENT, () -> false).state()).isEqualTo(BackfillState.FINISHED);

        BackfillSample.assertEveryItemOnce(database, 2000);
    }

    @Test
    void nameThatNobodyKnowsIsAMistake() {
        assertThatThrownBy(() -> counting().pause("countt"))
                .hasMessage("There is no backfill countt")
                .extracting(failure -> ((MigrateException) failure).hint())
                .isEqualTo("Did you mean count?");
        assertThatThrownBy(() -> counting().status("countt")).hasMessage("There is no backfill countt");
        assertThatThrownBy(() -> counting().cancel("count")).hasMessage("Backfill count was never begun");
    }

    @Test
    void setupUnderWayIsNotStopped() throws Exception {
        SlowSetup slow = new SlowSetup();
        CompletableFuture<BackfillStatus> run = OwnThread.supply(
                () -> BackfillSample.of(database, folder, SMALL, slow).run("slow", SILENT, () -> false));
        slow.begun.await();

        assertThatThrownBy(
                        () -> BackfillSample.of(database, folder, SMALL, slow).pause("slow"))
                .hasMessageStartingWith("Backfill slow cannot be changed now");

        slow.mayEnd.countDown();
        assertThat(run.get().state()).isEqualTo(BackfillState.FINISHED);
    }

    @Test
    void backfillThatSomebodyElseHasJustBegunIsNotForgotten() throws Exception {
        counting().run("count", SILENT, () -> false);
        try (Connection other = database.getConnection();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("UPDATE migrate_backfill SET state = 'RUNNING'");
            CompletableFuture<Void> again = OwnThread.run(() -> counting().startOver("count"));
            BackfillSample.await(database, "SELECT count(*) FROM pg_locks WHERE NOT granted", 1);
            other.commit();

            assertThatThrownBy(again::join).hasMessageContaining("Backfill count is running");
        }
    }

    @Test
    void endOfTheMigratorLetsTheBatchFinish() {
        Migrator migrator = BackfillSample.migrator(database, folder, SMALL);
        AtomicInteger batches = new AtomicInteger();
        BackfillListener stopping = new BackfillListener() {
            @Override
            public void batch(String name, long rows, Duration duration) {
                if (batches.incrementAndGet() == 2) {
                    new Thread(migrator::stop, "stop").start();
                    while (!isStopped(migrator)) {
                        Thread.onSpinWait();
                    }
                }
            }
        };

        BackfillStatus status = migrator.backfills().run("count", stopping, () -> false);

        assertThat(status.state()).isEqualTo(BackfillState.RUNNING);
        assertThat(status.progress().batches()).isEqualTo(2);
        assertThatThrownBy(() -> migrator.backfills().run("count", SILENT, () -> false))
                .hasMessageStartingWith("The run was stopped");
    }

    /** A migrator that is stopped begins nothing. */
    private static boolean isStopped(Migrator migrator) {
        try {
            migrator.backfills().join("count", SILENT, () -> true);
            return false;
        } catch (MigrateException e) {
            return true;
        }
    }

    @Test
    void definitionOfAnotherBuildIsLeftAloneUntilSomebodySaysSo() {
        counting().run("count", pausing(counting()), () -> false);
        counting().resume("count");
        BackfillSample.file(folder, BackfillSample.COUNTING.replace("times + 1", "1"));

        assertThatThrownBy(() -> counting().join("count", SILENT, () -> false))
                .hasMessageStartingWith("Backfill count was begun with another definition");
        assertThat(counting().status("count").state()).isEqualTo(BackfillState.RUNNING);
        assertThat(counting().run("count", SILENT, () -> false).state()).isEqualTo(BackfillState.FINISHED);
        BackfillSample.assertEveryItemOnce(database, 2000);
    }

    @Test
    void processOfTheOtherBuildStopsBehindItsBatch() {
        AtomicInteger batches = new AtomicInteger();
        BackfillListener takingOver = new BackfillListener() {
            @Override
            public void batch(String name, long rows, Duration duration) {
                if (batches.incrementAndGet() == 1) {
                    BackfillSample.file(folder, BackfillSample.COUNTING.replace("times + 1", "1"));
                    counting().run("count", SILENT, () -> true);
                }
            }
        };

        assertThat(counting().run("count", takingOver, () -> false).state()).isEqualTo(BackfillState.RUNNING);

        assertThat(batches).hasValue(1);
        counting().run("count", SILENT, () -> false);
        BackfillSample.assertEveryItemOnce(database, 2000);
    }

    @Test
    void otherKeyOrTableNeedsAFreshStart() {
        counting().run("count", pausing(counting()), () -> false);
        counting().resume("count");
        jdbc.execute("ALTER TABLE item ADD COLUMN number bigint GENERATED ALWAYS AS IDENTITY UNIQUE");
        BackfillSample.file(
                folder,
                BackfillSample.COUNTING.replace("key: id", "key: number").replace("WHERE id", "WHERE number"));

        assertThatThrownBy(() -> counting().run("count", SILENT, () -> false))
                .hasMessage(
                        "Backfill count goes through item by (number) now, and was begun with another table or key");

        counting().cancel("count");
        counting().startOver("count");
        assertThat(counting().run("count", SILENT, () -> false).state()).isEqualTo(BackfillState.FINISHED);
    }

    @Test
    void codeThatCannotBeMadeFailsNobodyElse() {
        Migrator broken = new Migrator(
                MigrateSettings.defaults().withBackfills(new BackfillSource(List.of(), SMALL)),
                database,
                Extensions.none()
                        .withBackfills(() -> List.of(BackfillDefinition.of(SlowSetup.class, () -> {
                            throw new IllegalStateException("no such bean");
                        }))));

        assertThatThrownBy(() -> broken.backfills().run("slow", SILENT, () -> false))
                .hasMessage("Backfill slow cannot run: its code cannot be made: no such bean");

        assertThat(broken.backfills().status("slow").state()).isEqualTo(BackfillState.STARTING);
    }

    @Test
    void backfillThatWasOnlyAskedForHasAllItsRowsLeft() {
        counting().run("count", SILENT, () -> true);

        assertThat(counting().status("count").state()).isEqualTo(BackfillState.STARTING);
        assertThat(counting().count("count")).isEqualTo(2000);
    }

    @Test
    void runThatStartsOverCountsEveryRow() {
        counting().run("count", SILENT, () -> false);

        assertThat(counting().count("count")).isZero();
        assertThat(counting().countAll("count")).isEqualTo(2000);
    }

    private static BackfillListener pausing(Backfills backfills) {
        return new BackfillListener() {
            @Override
            public void batch(String name, long rows, Duration duration) {
                backfills.pause(name);
            }
        };
    }

    private Backfills counting() {
        return BackfillSample.of(database, folder, SMALL);
    }

    /** Takes its time before the first batch. */
    @Backfill(name = "slow", table = "item", key = "id")
    static final class SlowSetup implements JavaBackfill {

        private final CountDownLatch begun = new CountDownLatch(1);

        private final CountDownLatch mayEnd = new CountDownLatch(1);

        @Override
        public void setup(JdbcClient client) {
            begun.countDown();
            try {
                mayEnd.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void process(Batch batch) {
            batch.sql("UPDATE item SET times = 1 WHERE id BETWEEN :from AND :to")
                    .update();
        }
    }
}
