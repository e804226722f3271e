package dev.migrate.testing;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * Does what goes on beside a test in a thread of its own. From Java 25 on, futures without an executor share the common pool, which
 * has one thread on two processors: what waits in it for another future would wait for ever.
 */
public final class OwnThread {

    private OwnThread() {}

    /** Begins work that has a result. */
    public static <T> CompletableFuture<T> supply(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work, OwnThread::start);
    }

    /** Begins work without a result. */
    public static CompletableFuture<Void> run(Runnable work) {
        return CompletableFuture.runAsync(work, OwnThread::start);
    }

    /** Starts the thread; an executor. */
    public static void start(Runnable work) {
        Thread thread = new Thread(work, "beside-a-test");
        thread.setDaemon(true);
        thread.start();
    }
}
