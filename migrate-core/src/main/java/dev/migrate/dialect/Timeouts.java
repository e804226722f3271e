package dev.migrate.dialect;

import java.time.Duration;

/**
 * How long the database may keep a transactional revision waiting.
 *
 * @param lock for a lock on a table, row or type; zero for no limit
 * @param statement for one statement; zero for no limit
 */
public record Timeouts(Duration lock, Duration statement) {

    /** Returns no limits at all. */
    public static Timeouts none() {
        return new Timeouts(Duration.ZERO, Duration.ZERO);
    }
}
