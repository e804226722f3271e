package dev.migrate.benchmarks.faults;

import java.lang.System.Logger.Level;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** What came of one row of the suite; safe for use by several threads. */
final class Tally {

    private static final System.Logger LOG = System.getLogger(Tally.class.getName());

    private static final long OFTEN = TimeUnit.MINUTES.toNanos(1);

    private final Map<Count, Long> counts = new TreeMap<>();

    private final Map<String, Long> points = new TreeMap<>();

    private final Map<String, Long> complaints = new TreeMap<>();

    private long told = System.nanoTime();

    synchronized void add(Count count, long amount) {
        counts.merge(count, amount, Long::sum);
    }

    /** Counts a fault at a point with a name. */
    synchronized void fault(String point) {
        add(Count.FAULTS, 1);
        points.merge(point, 1L, Long::sum);
        if (System.nanoTime() - told > OFTEN) {
            told = System.nanoTime();
            LOG.log(Level.INFO, "{0} faults until now", get(Count.FAULTS));
        }
    }

    /** Notes what a tool said when it gave up. */
    synchronized void complaint(String text) {
        String line = text.replaceAll("\\d{2,}", "…");
        complaints.merge(line.substring(0, Math.min(line.length(), 160)), 1L, Long::sum);
    }

    /** Notes how long something took until it went on. */
    synchronized void recovered(long millis) {
        counts.merge(Count.WORST_RECOVERY_MS, millis, Math::max);
    }

    synchronized long get(Count count) {
        return counts.getOrDefault(count, 0L);
    }

    /** Tells whether everything took effect once, by itself. */
    boolean isClean() {
        return get(Count.LOST) + get(Count.DOUBLED) + get(Count.BROKEN) + get(Count.STUCK) + get(Count.MANUAL) == 0;
    }

    /** Returns the cells of the report's line. */
    synchronized String line(String row, Tool tool) {
        String worst = counts.containsKey(Count.WORST_RECOVERY_MS)
                ? String.format(Locale.ROOT, "%.1f s", get(Count.WORST_RECOVERY_MS) / 1e3)
                : "";
        return String.format(
                Locale.ROOT,
                "| %s | %s | %d | %d | %d | %d | %d | %d | %d | %s |",
                row,
                tool.name().toLowerCase(Locale.ROOT),
                get(Count.RUNS),
                get(Count.FAULTS),
                get(Count.LOST),
                get(Count.DOUBLED),
                get(Count.BROKEN),
                get(Count.STUCK),
                get(Count.MANUAL),
                worst);
    }

    /** Returns where the faults struck, and what was said. */
    synchronized String details() {
        StringBuilder text = new StringBuilder();
        points.forEach((point, count) ->
                text.append("  ").append(count).append(" × ").append(point).append('\n'));
        complaints.forEach((said, count) ->
                text.append("  ").append(count).append(" × said: ").append(said).append('\n'));
        return text.toString();
    }

    /** What is counted. */
    enum Count {
        /** Histories that were brought to their end. */
        RUNS,
        /** Processes killed, or starts that raced. */
        FAULTS,
        /** Changes that did not take effect, or whose effect is not in the books. */
        LOST,
        /** Changes that took effect twice. */
        DOUBLED,
        /** Invalid indexes, wrong orders, and databases that differ from an undisturbed one. */
        BROKEN,
        /** Starts that did not end in time. */
        STUCK,
        /** Times that somebody had to help. */
        MANUAL,
        /** From a kill to the first step of the next start that was let live. */
        WORST_RECOVERY_MS
    }
}
