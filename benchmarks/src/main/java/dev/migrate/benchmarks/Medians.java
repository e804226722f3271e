package dev.migrate.benchmarks;

import java.util.stream.LongStream;

/** The middle of some numbers; of an even count the lower of the two. */
final class Medians {

    private Medians() {}

    static long of(LongStream numbers) {
        long[] sorted = numbers.sorted().toArray();
        return sorted[(sorted.length - 1) / 2];
    }
}
