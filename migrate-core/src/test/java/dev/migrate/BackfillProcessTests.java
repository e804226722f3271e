package dev.migrate;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import dev.migrate.backfill.BackfillListener;
import dev.migrate.backfill.BackfillState;
import dev.migrate.testing.TestDatabases;

import static org.assertj.core.api.Assertions.assertThat;

/** What becomes of a backfill whose process ends; the fault suite kills processes in all phases. */
class BackfillProcessTests {

    private static final String SLEEPING =
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event = 'PgSleep'";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private final DriverManagerDataSource database = TestDatabases.postgres();

    @Test
    void rangeOfADeadProcessIsFreeAtOnce() throws Exception {
        BackfillSample.items(database, 500);
        BackfillSample.file(folder, BackfillSample.COUNTING.replace("WHERE", "FROM (SELECT pg_sleep(50)) slow WHERE"));
        Process dying = start(6000);
        BackfillSample.await(database, SLEEPING, 1);
        dying.destroyForcibly().waitFor();
        BackfillSample.file(folder, BackfillSample.COUNTING);

        long start = System.nanoTime();
        own().run("count", new BackfillListener() {}, () -> false);

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
        BackfillSample.assertEveryItemOnce(database, 500);
    }

    @Test
    void processThatIsToEndFinishesItsBatch() throws Exception {
        BackfillSample.items(database, 500);
        BackfillSample.file(folder, BackfillSample.COUNTING.replace("WHERE", "FROM (SELECT pg_sleep(3)) slow WHERE"));
        Process ending = start(6000);
        BackfillSample.await(database, SLEEPING, 1);

        ending.destroy();
        ending.waitFor();

        assertThat(own().status("count").state()).isEqualTo(BackfillState.RUNNING);
        assertThat(own().status("count").progress().batches()).isEqualTo(1);
    }

    private Backfills own() {
        return BackfillSample.of(database, folder, BackfillSample.settings(100, 2000));
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
