package dev.migrate;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import dev.migrate.backfill.BackfillListener;
import dev.migrate.backfill.BackfillState;
import dev.migrate.testing.TestDatabases;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever is killed when, every row is processed once; {@code -Pfaults} kills three hundred times among a million rows. */
class BackfillKillTests {

    private static final boolean WHOLE = Boolean.getBoolean("migrate.faults.whole");

    private static final int KILLS = WHOLE ? 300 : 6;

    private static final int ROWS = WHOLE ? 1_000_000 : 60_000;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private final DriverManagerDataSource database = TestDatabases.postgres();

    private final JdbcTemplate jdbc = new JdbcTemplate(database);

    @Test
    void everyRowIsProcessedOnceWhateverIsKilled() throws Exception {
        long seed = Long.getLong("migrate.seed", System.nanoTime());
        Random random = new Random(seed);
        BackfillSample.items(database, ROWS);
        BackfillSample.file(folder, BackfillSample.COUNTING);
        List<Process> replicas = new ArrayList<>();
        AtomicBoolean over = new AtomicBoolean();
        Thread writer = new Thread(() -> write(over));
        writer.start();
        int rounds = 1;
        try {
            for (int kills = 0; kills < KILLS; kills++) {
                if (isFinished()) {
                    assertEveryRow(rounds, seed);
                    rounds++;
                    own().startOver("count");
                }
                replicas.removeIf(replica -> !replica.isAlive());
                while (replicas.size() < 3) {
                    replicas.add(start(500));
                }
                // From before the setup to the middle of a batch.
                Thread.sleep(random.nextInt(1500));
                // Mostly the oldest: the others may not have come to a batch yet.
                replicas.remove(random.nextInt(10) < 7 ? 0 : random.nextInt(replicas.size()))
                        .destroyForcibly()
                        .waitFor();
            }
        } finally {
            for (Process replica : replicas) {
                replica.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
            }
            over.set(true);
            writer.join();
        }
        own().join("count", new BackfillListener() {}, () -> false);
        assertThat(isFinished()).as("seed %d", seed).isTrue();
        assertEveryRow(rounds, seed);
    }

    @Test
    void rangeOfADeadProcessIsFreeAtOnce() throws Exception {
        BackfillSample.items(database, 500);
        BackfillSample.file(folder, BackfillSample.COUNTING.replace("WHERE", "FROM (SELECT pg_sleep(50)) slow WHERE"));
        Process dying = start(6000);
        String sleeping = "SELECT count(*) FROM pg_stat_activity WHERE wait_event = 'PgSleep'";
        while (Integer.valueOf(0).equals(jdbc.queryForObject(sleeping, Integer.class))) {
            Thread.sleep(20);
        }
        dying.destroyForcibly().waitFor();
        BackfillSample.file(folder, BackfillSample.COUNTING);

        long start = System.nanoTime();
        own().join("count", new BackfillListener() {}, () -> false);

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
        BackfillSample.assertEveryItemOnce(database, 500);
    }

    private void assertEveryRow(int rounds, long seed) {
        assertThat(jdbc.queryForList("SELECT times || ': ' || count(*) FROM item GROUP BY times", String.class))
                .as("seed %d", seed)
                .containsExactly(rounds + ": " + ROWS);
    }

    private Backfills own() {
        return BackfillSample.of(database, folder, BackfillSample.settings(100, 2000));
    }

    private boolean isFinished() {
        return own().list().get(0).state() == BackfillState.FINISHED;
    }

    /** Keeps rows changing, which makes batches wait and fail. */
    private void write(AtomicBoolean over) {
        Random random = new Random(1);
        while (!over.get()) {
            jdbc.update("UPDATE item SET times = times WHERE id = ?", 3L * (1 + random.nextInt(ROWS)));
        }
    }

    private Process start(int batchMillis) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        BackfillProcess.class.getName(),
                        String.valueOf(database.getUrl()),
                        folder.toString(),
                        Integer.toString(batchMillis))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
