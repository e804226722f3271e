package dev.migrate.autoconfigure;

import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

import dev.migrate.BackfillSource;
import dev.migrate.backfill.BackfillSettings;
import dev.migrate.backfill.ThrottleSettings;

/**
 * Batched data migrations.
 *
 * @param autoRun Whether the application runs them in the background once it is up.
 * @param locations Comma-separated list of the folders that files with backfills are loaded from, each beginning with
 *     'classpath:' or 'file:'.
 * @param javaPackages Comma-separated list of the packages that backfills written in Java are loaded from. 'backfills' under the
 *     application's base package unless set.
 * @param batchTime How long a batch should take. Its size follows.
 * @param minBatchSize Fewest rows of a batch.
 * @param maxBatchSize Most rows of a batch.
 * @param rest Pause after a batch, as a share of the time that it took.
 * @param lockTimeout How long a statement of a batch may wait for a lock.
 * @param attempts How often in a row a batch may fail because of others.
 * @param throttle When backfills hold back.
 */
public record BackfillProperties(
        @DefaultValue("false") boolean autoRun,
        @DefaultValue("classpath:db/backfills") List<String> locations,
        @Nullable List<String> javaPackages,
        @DefaultValue("500ms") Duration batchTime,
        @DefaultValue("100") int minBatchSize,
        @DefaultValue("100000") int maxBatchSize,
        @DefaultValue("0.1") double rest,
        @DefaultValue("2s") Duration lockTimeout,
        @DefaultValue("10") int attempts,
        @DefaultValue Throttle throttle) {

    /** Copies the lists. */
    public BackfillProperties {
        locations = List.copyOf(locations);
        javaPackages = javaPackages == null ? null : List.copyOf(javaPackages);
    }

    BackfillSource toSource() {
        return new BackfillSource(
                locations,
                new BackfillSettings(
                        batchTime,
                        minBatchSize,
                        maxBatchSize,
                        rest,
                        lockTimeout,
                        attempts,
                        new ThrottleSettings(
                                throttle.interval(),
                                throttle.replicationLag(),
                                throttle.walRate() == null
                                        ? 0
                                        : throttle.walRate().toBytes(),
                                throttle.waitingLocks(),
                                throttle.autovacuum())));
    }

    /**
     * When backfills hold back.
     *
     * @param interval How often the database is asked.
     * @param replicationLag How far the slowest standby may be behind. Zero not to ask.
     * @param walRate How much write-ahead log everybody together may write in a second. Not asked unless set.
     * @param waitingLocks Whether to hold back while somebody waits for a lock on the table.
     * @param autovacuum Whether to hold back while autovacuum works on the table.
     */
    public record Throttle(
            @DefaultValue("5s") Duration interval,
            @DefaultValue("10s") Duration replicationLag,
            @Nullable DataSize walRate,
            @DefaultValue("true") boolean waitingLocks,
            @DefaultValue("true") boolean autovacuum) {}
}
