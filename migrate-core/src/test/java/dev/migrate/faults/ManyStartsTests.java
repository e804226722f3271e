package dev.migrate.faults;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import dev.migrate.faults.ProbedHistory.Indexes;
import dev.migrate.revision.Target;
import dev.migrate.run.RunReport;

import static org.assertj.core.api.Assertions.assertThat;

/** Many instances start at the same moment: one does the work, and all are ready. */
@SuppressWarnings("NullAway.Init")
class ManyStartsTests {

    @TempDir
    Path folder;

    @Test
    @Timeout(value = 30, unit = TimeUnit.MINUTES)
    void fiftyStartsDoEverythingOnce() throws Exception {
        start(50, Indexes.NONE, Cases.random(2, 100));
    }

    @Test
    @Timeout(value = 30, unit = TimeUnit.MINUTES)
    void waitingStartsDoNotDisturbAConcurrentIndex() throws Exception {
        start(12, Indexes.CONCURRENT, Cases.random(3, 100));
    }

    private void start(int instances, Indexes indexes, Cases rounds) throws IOException {
        ExecutorService threads = Executors.newFixedThreadPool(instances);
        try (Workplace place = new Workplace(new ProbedHistory(folder, 12, indexes))) {
            rounds.each(seed -> {
                place.clear();
                CyclicBarrier together = new CyclicBarrier(instances);
                List<Future<RunReport>> starts = new ArrayList<>();
                for (int i = 0; i < instances; i++) {
                    starts.add(threads.submit(() -> {
                        together.await();
                        return place.migrator(place.database()).upgrade(Target.heads());
                    }));
                }
                assertThat(steps(starts)).isEqualTo(13);
                place.assertCompletes();
            });
        } finally {
            threads.shutdownNow();
        }
    }

    private static int steps(List<Future<RunReport>> starts) throws ExecutionException, InterruptedException {
        int steps = 0;
        for (Future<RunReport> start : starts) {
            steps += start.get().steps().size();
        }
        return steps;
    }
}
