package dev.migrate.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The cases of one test, each decided by one number, its seed. {@code -Dmigrate.faults.whole=true} runs the whole suite,
 * {@code -Dmigrate.faults.seed=…} one case of it.
 */
final class Cases {

    private static final Logger LOG = LoggerFactory.getLogger(Cases.class);

    private static final int TOLD = 5;

    /** Client and server wait for each other, so that one case alone leaves half of the smallest machine idle. */
    private static final int LANES = 2;

    /** For lanes that share nothing anyway. */
    static final AutoCloseable NOTHING = () -> {};

    private final long[] seeds;

    private final Queue<Long> left;

    private final List<AssertionError> failures = new ArrayList<>();

    private int ended;

    private long told = System.nanoTime();

    private Cases(LongStream seeds) {
        this.seeds = seeds.toArray();
        this.left =
                new ConcurrentLinkedQueue<>(LongStream.of(this.seeds).boxed().toList());
    }

    /** Returns some of the seeds from 0 up to a total, all of them in the whole suite. */
    static Cases of(long total, int some) {
        return isWhole() ? new Cases(chosen(LongStream.range(0, total))) : of(total, some, some);
    }

    /** Returns some of the seeds from 0 up to a total, and more of them in the whole suite. */
    static Cases of(long total, int some, int whole) {
        long count = Math.min(isWhole() ? whole : some, total);
        return new Cases(chosen(start().longs(0, total).distinct().limit(count)));
    }

    /** Returns random seeds. */
    static Cases random(int some, int whole) {
        return new Cases(chosen(start().longs(0, Long.MAX_VALUE).limit(isWhole() ? whole : some)));
    }

    static boolean isWhole() {
        return Boolean.getBoolean("migrate.faults.whole");
    }

    /** Runs them one after the other, and tells how to run again those that failed. */
    void each(Case body) {
        LOG.info("{} cases", seeds.length);
        work(body);
        tell();
    }

    /**
     * Runs them in lanes beside each other, and tells how to run again those that failed.
     *
     * @param opening makes what the cases of one lane work on, and no other lane; called in the lane's thread
     */
    <L extends AutoCloseable> void each(Callable<L> opening, LaneCase<L> body) throws Exception {
        int lanes = Math.min(LANES, seeds.length);
        LOG.info("{} cases in {} lanes", seeds.length, lanes);
        ExecutorService threads = Executors.newFixedThreadPool(LANES);
        try {
            List<Future<?>> ends = new ArrayList<>();
            for (int i = 0; i < lanes; i++) {
                ends.add(threads.submit(() -> {
                    try (L lane = opening.call()) {
                        work(seed -> body.run(lane, seed));
                    }
                    return null;
                }));
            }
            await(ends);
        } finally {
            threads.shutdownNow();
            assertThat(threads.awaitTermination(1, TimeUnit.MINUTES))
                    .as("lanes end")
                    .isTrue();
        }
        tell();
    }

    private static void await(List<Future<?>> ends) throws InterruptedException {
        for (Future<?> end : ends) {
            try {
                end.get();
            } catch (ExecutionException e) {
                throw new AssertionError("A lane ended: " + e.getCause(), e);
            }
        }
    }

    private void work(Case body) {
        Long seed = left.poll();
        while (seed != null) {
            try {
                body.run(seed);
            } catch (Exception | AssertionError e) {
                failed(new AssertionError("-Dmigrate.faults.seed=" + seed + ": " + e.getMessage(), e));
            }
            ended();
            seed = left.poll();
        }
    }

    private synchronized void failed(AssertionError failure) {
        failures.add(failure);
        LOG.info("{}", failure.getMessage());
        if (failures.size() == TOLD) {
            left.clear();
        }
    }

    private synchronized void ended() {
        ended++;
        if (System.nanoTime() - told > TimeUnit.MINUTES.toNanos(1)) {
            told = System.nanoTime();
            LOG.info("{} of {} cases", ended, seeds.length);
        }
    }

    private synchronized void tell() {
        if (!failures.isEmpty()) {
            AssertionError first = failures.remove(0);
            failures.forEach(first::addSuppressed);
            throw first;
        }
    }

    private static LongStream chosen(LongStream drawn) {
        Long one = Long.getLong("migrate.faults.seed");
        return one == null ? drawn : LongStream.of(one);
    }

    private static Random start() {
        long seed = Long.getLong("migrate.faults.start", System.nanoTime());
        LOG.info("The cases are drawn with -Dmigrate.faults.start={}", seed);
        return new Random(seed);
    }

    /** One case. */
    @FunctionalInterface
    interface Case {
        void run(long seed) throws Exception;
    }

    /** One case on what its lane has. */
    @FunctionalInterface
    interface LaneCase<L> {
        void run(L lane, long seed) throws Exception;
    }
}
