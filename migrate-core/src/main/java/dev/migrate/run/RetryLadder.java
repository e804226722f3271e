package dev.migrate.run;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

import org.jspecify.annotations.Nullable;

/** Growing pauses with jitter between the attempts at one thing, within one budget of time. */
final class RetryLadder {

    private static final long SHORTEST_MILLIS = 200;

    private static final long LONGEST_MILLIS = 30_000;

    private final long end;

    private int attempt;

    RetryLadder(Duration budget) {
        this.end = System.nanoTime() + budget.toNanos();
    }

    /** Returns how long to pause before the next attempt, or {@code null} if the budget is spent. */
    @Nullable Duration next() {
        long left = (end - System.nanoTime()) / 1_000_000;
        if (left <= 0) {
            return null;
        }
        long longest = Math.min(LONGEST_MILLIS, SHORTEST_MILLIS << Math.min(attempt++, 8));
        long pause = longest / 2 + ThreadLocalRandom.current().nextLong(longest / 2);
        return Duration.ofMillis(Math.min(pause, left));
    }
}
