package dev.migrate.backfill;

import java.time.Duration;

/**
 * When backfills hold back.
 *
 * @param every how often the database is asked
 * @param replicationLag how far the slowest standby may be behind; zero not to ask
 * @param walRate how many bytes of write-ahead log a second everybody together may write; zero not to ask
 * @param waitingLocks whether to hold back while somebody waits for a lock on the table
 * @param autovacuum whether to hold back while autovacuum works on the table
 */
public record ThrottleSettings(
        Duration every, Duration replicationLag, long walRate, boolean waitingLocks, boolean autovacuum) {

    /** Returns what an application gets that configures nothing. */
    public static ThrottleSettings defaults() {
        return new ThrottleSettings(Duration.ofSeconds(5), Duration.ofSeconds(10), 0, true, true);
    }
}
