package dev.migrate.dialect;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Pauses between the attempts at one thing: each may be twice as long as the one before, up to a limit, with jitter. */
public final class GrowingPause {

    private static final long SHORTEST_MILLIS = 200;

    private static final int DOUBLINGS = 20;

    private final long longestMillis;

    private int attempt;

    /**
     * Creates pauses that begin with a fifth of a second at most.
     *
     * @param longest none is longer
     */
    public GrowingPause(Duration longest) {
        this.longestMillis = longest.toMillis();
    }

    /** Returns how long to pause before the next attempt. */
    public Duration next() {
        long most = Math.min(longestMillis, SHORTEST_MILLIS << Math.min(attempt++, DOUBLINGS));
        return Duration.ofMillis(most / 2 + ThreadLocalRandom.current().nextLong(most / 2));
    }

    /** Begins with short pauses again. */
    public void reset() {
        attempt = 0;
    }
}
