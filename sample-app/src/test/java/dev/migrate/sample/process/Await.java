package dev.migrate.sample.process;

import java.time.Duration;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;

/** Waits for what another process is about to do. */
final class Await {

    private static final Duration PATIENCE = Duration.ofMinutes(8);

    private Await() {}

    /** Asks again and again until there is an answer other than null. */
    static <T> T answer(String what, Callable<@Nullable T> question) throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            T answer = question.call();
            if (answer != null) {
                return answer;
            }
            Thread.sleep(50);
        }
        throw new AssertionError("In " + PATIENCE.toMinutes() + " minutes there was never " + what);
    }

    static void condition(String what, Callable<Boolean> question) throws Exception {
        answer(what, () -> question.call() ? what : null);
    }
}
