package dev.migrate.benchmarks.faults;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

/** A process that applies revisions, from its start to its end, of which it may not know. */
final class Life {

    /** Said in place of a line when there are no more. */
    private static final String END = "ended";

    private final Process process;

    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

    /** What it said last that is none of the words. */
    private String other = "without a word";

    Life(Process process) {
        this.process = process;
        Thread reader = new Thread(this::read);
        reader.setDaemon(true);
        reader.start();
    }

    /** Returns what it says next, each in a line: {@code step}, {@code at …} or a last word, or {@code null} if it says nothing for so long. */
    @Nullable String next(long millis) throws InterruptedException {
        return lines.poll(Math.max(millis, 0), TimeUnit.MILLISECONDS);
    }

    /** Returns its last word, {@code done}, {@code failed …} or {@code ended}, or {@code null} if that takes longer than so long. */
    @Nullable String end(long millis) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        String line = next(millis);
        while (line != null && !isLast(line)) {
            line = next(TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime()));
        }
        return line;
    }

    static boolean isLast(String line) {
        return line.equals("done") || line.startsWith("failed") || line.startsWith(END);
    }

    /** {@code kill -9}. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    void awaitExit() throws InterruptedException {
        process.waitFor();
    }

    private void read() {
        try (BufferedReader reader = process.inputReader()) {
            reader.lines().forEach(this::hear);
        } catch (IOException | UncheckedIOException e) {
            other = "it was cut short";
        }
        lines.add(END + ": " + other);
    }

    private void hear(String line) {
        if (line.equals("step") || line.startsWith("at ") || isLast(line)) {
            lines.add(line);
        } else {
            other = line;
        }
    }
}
