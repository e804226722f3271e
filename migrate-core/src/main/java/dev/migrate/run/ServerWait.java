package dev.migrate.run;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

import dev.migrate.error.MigrateException;

/** Waits for a server that cannot be reached yet, by connecting again and again. */
public final class ServerWait {

    private static final int PAUSE_MILLIS = 500;

    private final Duration patience;

    private final RunListener listener;

    private final RunStop stop;

    /**
     * Creates one.
     *
     * @param patience how long to wait
     * @param listener told of the waiting
     * @param stop may end it
     */
    public ServerWait(Duration patience, RunListener listener, RunStop stop) {
        this.patience = patience;
        this.listener = listener;
        this.stop = stop;
    }

    /**
     * Opens a session.
     *
     * @param failure what the first attempt came to
     * @throws MigrateException if the server was not there in time, or what keeps from connecting does not pass
     */
    public Session open(Supplier<Session> opening, MigrateException failure) {
        long start = System.nanoTime();
        long reported = 0;
        MigrateException last = failure;
        try (RunStop.Guard guard = stop.guard()) {
            while (true) {
                long now = System.nanoTime();
                if (!(last instanceof UnreachableException) || now - start >= patience.toNanos()) {
                    throw last;
                }
                if (reported == 0 || now - reported >= RunLock.REPORT_EVERY.toNanos()) {
                    reported = now;
                    listener.waitingForServer(last, Duration.ofNanos(now - start));
                }
                stop.pause(Duration.ofMillis(
                        PAUSE_MILLIS + ThreadLocalRandom.current().nextInt(PAUSE_MILLIS)));
                try {
                    return opening.get();
                } catch (MigrateException e) {
                    last = e;
                }
            }
        }
    }
}
