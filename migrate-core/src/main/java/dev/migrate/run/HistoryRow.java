package dev.migrate.run;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

import dev.migrate.revision.Direction;

/**
 * One event as the history tells it.
 *
 * @param revision empty for a stamp to the base
 * @param checksum {@code null} where there is none, or where nobody asked for it
 */
record HistoryRow(
        String event,
        Direction direction,
        String revision,
        int statement,
        @Nullable String checksum,
        Instant at,
        @Nullable Duration duration,
        @Nullable String user) {

    /** Returns whether the revision was applied after this event, its checksum recorded. */
    boolean applies() {
        return event.equals("applied") || (event.equals("stamped") && direction == Direction.UPGRADE);
    }

    /** Returns whether the revision was not applied after this event. */
    boolean reverts() {
        return event.equals("reverted") || (event.equals("stamped") && direction == Direction.DOWNGRADE);
    }
}
