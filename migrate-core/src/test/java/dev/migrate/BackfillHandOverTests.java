package dev.migrate;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import dev.migrate.backfill.Backfill;
import dev.migrate.backfill.BackfillListener;
import dev.migrate.backfill.BackfillSettings;
import dev.migrate.backfill.BackfillState;
import dev.migrate.backfill.BackfillStatus;
import dev.migrate.backfill.Batch;
import dev.migrate.backfill.JavaBackfill;
import dev.migrate.backfill.ThrottleSettings;
import dev.migrate.testing.OwnThread;
import dev.migrate.testing.TestDatabases;

import static org.assertj.core.api.Assertions.assertThat;

/** What a process sees that takes a range in the moment in which another one lets go of it. */
class BackfillHandOverTests {

    private static final BackfillListener SILENT = new BackfillListener() {};

    /** Patient, since a wait for the gate counts as one for a lock. */
    private static final BackfillSettings SETTINGS = new BackfillSettings(
            Duration.ofSeconds(60), 50, 200, 0, Duration.ofSeconds(60), 5, ThrottleSettings.defaults());

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private final DriverManagerDataSource database = TestDatabases.postgres();

    private final JdbcTemplate jdbc = new JdbcTemplate(database);

    @Test
    void rowThatTheLastBatchHasAddedBehindItselfIsNotPassedOver() throws Exception {
        BackfillSample.items(database, 2000);
        Growing growing = new Growing();
        Backfills first = BackfillSample.of(database, folder, SETTINGS, growing);
        // Makes the books, and begins no batch.
        first.run("growing", SILENT, () -> true);
        Backfills second = BackfillSample.of(behindTheGate(), folder, SETTINGS, growing);

        try (Connection gate = database.getConnection();
                Statement statement = gate.createStatement()) {
            statement.execute("SELECT pg_advisory_lock(4711)");
            CompletableFuture<BackfillStatus> leaving =
                    OwnThread.supply(() -> first.run("growing", SILENT, () -> growing.batches.get() > 0));
            growing.begun.await();
            CompletableFuture<BackfillStatus> taking =
                    OwnThread.supply(() -> second.run("growing", SILENT, () -> false));
            // From here on the second process sees nothing that is committed later, and has no lock on the range yet.
            BackfillSample.await(
                    database, "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted", 1);
            growing.mayEnd.countDown();
            assertThat(leaving.get().progress().batches()).isEqualTo(1);
            statement.execute("SELECT pg_advisory_unlock(4711)");

            assertThat(taking.get().state()).isEqualTo(BackfillState.FINISHED);
        }
        BackfillSample.assertEveryItemOnce(database, 2001);
    }

    /** Returns the database for a user whose statements wait in between when they are about to lock a range. */
    private DriverManagerDataSource behindTheGate() {
        String role = TestDatabases.role("LOGIN PASSWORD 'secret'");
        List.of(
                        "GRANT ALL ON ALL TABLES IN SCHEMA public TO " + role,
                        """
                        CREATE FUNCTION gate() RETURNS boolean LANGUAGE plpgsql AS $$ BEGIN
                            PERFORM pg_advisory_lock_shared(4711);
                            PERFORM pg_advisory_unlock_shared(4711);
                            RETURN true;
                        END $$""",
                        "ALTER TABLE migrate_backfill_range ENABLE ROW LEVEL SECURITY",
                        "CREATE POLICY everything ON migrate_backfill_range FOR SELECT TO " + role + " USING (true)",
                        "CREATE POLICY gate ON migrate_backfill_range FOR UPDATE TO " + role + " USING (gate())",
                        "CREATE POLICY done ON migrate_backfill_range FOR DELETE TO " + role + " USING (true)",
                        "CREATE POLICY more ON migrate_backfill_range FOR INSERT TO " + role + " WITH CHECK (true)")
                .forEach(jdbc::execute);
        return new DriverManagerDataSource(
                TestDatabases.withoutUser(String.valueOf(database.getUrl())), role, "secret");
    }

    /** Adds a row right behind the last one of its first batch. */
    @Backfill(name = "growing", table = "item", key = "id")
    static final class Growing implements JavaBackfill {

        private final AtomicInteger batches = new AtomicInteger();

        private final CountDownLatch begun = new CountDownLatch(1);

        private final CountDownLatch mayEnd = new CountDownLatch(1);

        @Override
        public void process(Batch batch) {
            batch.sql("UPDATE item SET times = times + 1 WHERE id BETWEEN :from AND :to")
                    .update();
            if (batches.incrementAndGet() == 1) {
                batch.sql("INSERT INTO item SELECT :to + 1").update();
                begun.countDown();
                try {
                    mayEnd.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
    }
}
