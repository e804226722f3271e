package dev.migrate.run;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import dev.migrate.dialect.GrowingPause;

/** Growing pauses between the attempts at one thing, within one budget of time. */
final class RetryLadder {

    static final Duration LONGEST = Duration.ofSeconds(30);

    private final GrowingPause pauses = new GrowingPause(LONGEST);

    private final long end;

    RetryLadder(Duration budget) {
        this.end = System.nanoTime() + budget.toNanos();
    }

    /** Returns how long to pause before the next attempt, or {@code null} if the budget is spent. */
    @Nullable Duration next() {
        Duration left = Duration.ofNanos(end - System.nanoTime());
        if (left.toMillis() <= 0) {
            return null;
        }
        Duration pause = pauses.next();
        return pause.compareTo(left) < 0 ? pause : left;
    }
}
