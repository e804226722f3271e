package dev.migrate.backfill;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * How far a backfill has come, all processes together.
 *
 * @param name what it is called
 * @param table the table that it goes through
 * @param message what it does, empty if its definition does not say or is not in this build
 * @param state how far it has come
 * @param progress what has been done
 * @param startedAt when it was begun, {@code null} if it never was
 * @param updatedAt when the last batch was committed or the state changed
 * @param finishedAt when the last row had been processed
 * @param throttle why it holds back, and which throttles are not available; {@code null} if there is nothing to say
 * @param error what the last failure was, {@code null} unless it has failed
 */
public record BackfillStatus(
        String name,
        String table,
        String message,
        BackfillState state,
        Progress progress,
        @Nullable Instant startedAt,
        @Nullable Instant updatedAt,
        @Nullable Instant finishedAt,
        @Nullable String throttle,
        @Nullable String error) {

    /** Returns that of a backfill which has never begun. */
    static BackfillStatus pending(BackfillDefinition definition) {
        return new BackfillStatus(
                definition.name(),
                definition.table(),
                definition.message(),
                BackfillState.PENDING,
                new Progress(0, 0, 0, 0, 0, 0, 0),
                null,
                null,
                null,
                null,
                null);
    }

    BackfillStatus withMessage(String other) {
        return new BackfillStatus(
                name, table, other, state, progress, startedAt, updatedAt, finishedAt, throttle, error);
    }

    /** Returns the share that is done, from 0 to 100; 100 only when it has finished. */
    public int percent() {
        if (state == BackfillState.FINISHED) {
            return 100;
        }
        return progress.estimate() <= 0
                ? 0
                : (int) Math.min(99, 100 * progress.rows() / Math.max(1, progress.estimate()));
    }

    /** Returns how long the rest will take at the present rate, {@code null} where nobody can tell. */
    public @Nullable Duration remaining() {
        long left = progress.estimate() - progress.rows();
        return state != BackfillState.RUNNING || left < 0 || progress.rate() <= 0
                ? null
                : Duration.ofMillis((long) (1000.0 * left / progress.rate()));
    }

    /**
     * What has been done.
     *
     * @param rows how many rows were processed
     * @param estimate how many there are in all, 0 if unknown
     * @param batches how many batches were committed
     * @param retries how many batches were rolled back and tried again smaller
     * @param batchSize how many rows the last batch was meant to have
     * @param rate rows a second, pauses included
     * @param workers how many processes have committed a batch within the last half minute
     */
    public record Progress(
            long rows, long estimate, long batches, long retries, int batchSize, double rate, int workers) {}
}
