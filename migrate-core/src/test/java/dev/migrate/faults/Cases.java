package dev.migrate.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;

import org.slf4j.LoggerFactory;

/**
 * The cases of one test, each decided by one number, its seed. {@code -Dmigrate.faults.whole=true} runs the whole suite,
 * {@code -Dmigrate.faults.seed=…} one case of it.
 */
final class Cases {

    private static final int TOLD = 5;

    private final LongStream seeds;

    private Cases(LongStream seeds) {
        this.seeds = seeds;
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
        List<AssertionError> failures = new ArrayList<>();
        long[] all = seeds.toArray();
        LoggerFactory.getLogger(Cases.class).info("{} cases", all.length);
        for (long seed : all) {
            try {
                body.run(seed);
            } catch (Exception | AssertionError e) {
                failures.add(new AssertionError("-Dmigrate.faults.seed=" + seed + ": " + e.getMessage(), e));
                if (failures.size() == TOLD) {
                    break;
                }
            }
        }
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
        LoggerFactory.getLogger(Cases.class).info("The cases are drawn with -Dmigrate.faults.start={}", seed);
        return new Random(seed);
    }

    /** One case. */
    @FunctionalInterface
    interface Case {
        void run(long seed) throws Exception;
    }
}
