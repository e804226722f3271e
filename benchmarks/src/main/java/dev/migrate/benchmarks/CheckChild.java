package dev.migrate.benchmarks;

import java.nio.file.Path;
import java.util.Arrays;

/** The process that is measured: compares one database again and again. */
final class CheckChild {

    private static final int CALLS = 10;

    /** In nanoseconds. */
    private static final long ENOUGH = 10_000_000_000L;

    private CheckChild() {}

    /**
     * Writes a {@link Measurement} into a file.
     *
     * @param args tool, folder of the model, file for the result, URL of the database, and of one that is as it should be
     */
    public static void main(String[] args) throws Exception {
        long began = System.nanoTime();
        CheckTool tool = CheckTool.valueOf(args[0]);
        long[] nanos = new long[CALLS];
        int calls = 0;
        long start = began;
        while (calls < CALLS && (calls < 2 || start - began < ENOUGH)) {
            tool.differs(Path.of(args[1]), args[3], args[4]);
            long end = System.nanoTime();
            nanos[calls++] = end - start;
            start = end;
        }
        long warm = Medians.of(Arrays.stream(nanos, calls - Math.max(1, calls / 2), calls));
        new Measurement(nanos[0], warm, 0).write(Path.of(args[2]));
    }
}
