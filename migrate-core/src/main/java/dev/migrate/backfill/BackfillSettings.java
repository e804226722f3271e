package dev.migrate.backfill;

import java.time.Duration;

/**
 * How backfills run.
 *
 * @param batchTime how long a batch should take; its size follows
 * @param smallest fewest rows of a batch
 * @param largest most rows of a batch
 * @param rest pause after a batch, as a share of the time that it took
 * @param lockTimeout how long a statement of a batch waits for a lock
 * @param attempts how often in a row a batch may fail because of others before the backfill fails
 * @param throttle when to hold back
 */
public record BackfillSettings(
        Duration batchTime,
        int smallest,
        int largest,
        double rest,
        Duration lockTimeout,
        int attempts,
        ThrottleSettings throttle) {

    /** How many batches of the target's length a statement may take. */
    private static final int PATIENCE = 10;

    /** Refuses what no batch can keep to. */
    public BackfillSettings {
        if (batchTime.toMillis() < 1 || smallest < 1 || largest < smallest || rest < 0 || attempts < 1) {
            throw new IllegalArgumentException("A batch takes time, has rows, and is tried at least once");
        }
    }

    /** Returns what an application gets that configures nothing. */
    public static BackfillSettings defaults() {
        return new BackfillSettings(
                Duration.ofMillis(500), 100, 100_000, 0.1, Duration.ofSeconds(2), 10, ThrottleSettings.defaults());
    }

    Duration statementTimeout() {
        return batchTime.multipliedBy(PATIENCE);
    }
}
