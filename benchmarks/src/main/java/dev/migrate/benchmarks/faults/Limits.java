package dev.migrate.benchmarks.faults;

import java.util.concurrent.TimeUnit;

/**
 * How long things may take.
 *
 * @param patience milliseconds until a start that says nothing counts as stuck
 * @param deadline of the row, in {@link System#nanoTime()}
 */
record Limits(long patience, long deadline) {

    static Limits of(long patienceSeconds, long rowSeconds) {
        return new Limits(
                TimeUnit.SECONDS.toMillis(patienceSeconds), System.nanoTime() + TimeUnit.SECONDS.toNanos(rowSeconds));
    }

    boolean isTimeLeft() {
        return deadline - System.nanoTime() > 0;
    }
}
