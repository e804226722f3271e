package dev.migrate.benchmarks;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Everything that was measured, run by run. */
final class Results {

    private final Map<Work, Map<Tool, List<Measurement>>> measurements = new LinkedHashMap<>();

    private final Map<Work, Map<Tool, List<Together>>> together = new LinkedHashMap<>();

    private final Map<Tool, Counts> counts = new EnumMap<>(Tool.class);

    void add(Work work, Tool tool, Measurement measurement) {
        at(measurements, work, tool).add(measurement);
    }

    void together(Work work, Tool tool, Together crowds) {
        at(together, work, tool).add(crowds);
    }

    void count(Tool tool, Counts counted) {
        counts.put(tool, counted);
    }

    Map<Work, Map<Tool, List<Measurement>>> measurements() {
        return measurements;
    }

    Map<Work, Map<Tool, List<Together>>> together() {
        return together;
    }

    Map<Tool, Counts> counts() {
        return counts;
    }

    private static <T> List<T> at(Map<Work, Map<Tool, List<T>>> results, Work work, Tool tool) {
        return results.computeIfAbsent(work, any -> new EnumMap<>(Tool.class))
                .computeIfAbsent(tool, any -> new ArrayList<>());
    }
}
