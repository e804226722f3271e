package dev.migrate.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What one process measured.
 *
 * @param firstNanos from the start of its main method until the first call was done
 * @param warmNanos median of the later half of its calls
 * @param peakKilobytes resident memory at most until the first call was done, 0 if unknown
 */
record Measurement(long firstNanos, long warmNanos, long peakKilobytes) {

    static Measurement read(Path file) throws IOException {
        List<Long> lines = Files.readAllLines(file).stream().map(Long::valueOf).toList();
        return new Measurement(lines.get(0), lines.get(1), lines.get(2));
    }

    void write(Path file) throws IOException {
        Files.writeString(file, firstNanos + "\n" + warmNanos + "\n" + peakKilobytes + "\n");
    }
}
