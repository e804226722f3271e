package dev.migrate.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;

/** The process that is measured: does one work with one tool, on one database after another. */
final class Child {

    private static final int CALLS = 6;

    /** In nanoseconds: when a slow tool is as warm as it gets in a reasonable time. */
    private static final long ENOUGH = 5_000_000_000L;

    private Child() {}

    /**
     * Writes a {@link Measurement} into a file.
     *
     * @param args tool, work, folder of the revisions, file for the result, and the URL of a database for each call
     */
    public static void main(String[] args) throws Exception {
        long start = System.nanoTime();
        Work work = Work.parse(args[1]);
        Contestant contestant = Tool.valueOf(args[0]).contestant();
        String[] urls = Arrays.copyOfRange(args, 4, args.length);
        long[] nanos = new long[urls.length];
        long memory = 0;
        long began = start;
        int calls = 0;
        for (int i = 0; i < urls.length && (i < CALLS || start - began < ENOUGH); i++) {
            if (i > 0) {
                start = System.nanoTime();
            }
            Call call = new Call(work, Path.of(args[2]), Server.source(urls[i]));
            int listed = contestant.call(call);
            nanos[i] = System.nanoTime() - start;
            calls++;
            if (i == 0) {
                memory = peakKilobytes();
            }
            check(call, listed);
        }
        long warm = Medians.of(Arrays.stream(nanos, calls - Math.max(1, calls / 2), calls));
        new Measurement(nanos[0], warm, memory).write(Path.of(args[3]));
    }

    static void check(Call call, int listed) throws SQLException {
        Work work = call.work();
        int tables = Server.tables(call.database());
        if (tables != work.after() || listed != (work.kind() == Kind.LIST ? work.count() : 0)) {
            throw new IllegalStateException(
                    work + " left " + tables + " tables instead of " + work.after() + " and listed " + listed);
        }
    }

    /** Returns the most memory that this process has had at once, 0 where the system does not tell. */
    private static long peakKilobytes() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElse(0);
    }
}
