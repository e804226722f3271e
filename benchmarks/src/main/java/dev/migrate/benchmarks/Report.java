package dev.migrate.benchmarks;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;

import org.jspecify.annotations.Nullable;

/** The results as Markdown tables. */
final class Report {

    private final Results results;

    private final List<Tool> tools;

    Report(Results results, List<Tool> tools) {
        this.results = results;
        this.tools = tools;
    }

    String text(String server, int runs) {
        StringBuilder out = new StringBuilder();
        out.append(server)
                .append(", Java ")
                .append(Runtime.version().feature())
                .append(", ")
                .append(Runtime.getRuntime().availableProcessors())
                .append(" processors, medians of ")
                .append(runs)
                .append(" runs.\n\n");
        times(out);
        memory(out);
        together(out);
        counts(out);
        return out.toString();
    }

    private void times(StringBuilder out) {
        head(out, "ms, first call / warm (ratios to jdbc)");
        results.measurements().forEach((work, byTool) -> {
            out.append("| ").append(work).append(" |");
            List<Measurement> plain = byTool.getOrDefault(Tool.JDBC, List.of());
            for (Tool tool : tools) {
                List<Measurement> own = byTool.getOrDefault(tool, List.of());
                out.append(own.isEmpty() ? " –" : " " + times(own) + ratios(tool, own, plain))
                        .append(" |");
            }
            out.append('\n');
        });
        out.append('\n');
    }

    private static String times(List<Measurement> own) {
        return "%s / %s"
                .formatted(millis(median(own, Measurement::firstNanos)), millis(median(own, Measurement::warmNanos)));
    }

    private static String ratios(Tool tool, List<Measurement> own, List<Measurement> plain) {
        if (tool == Tool.JDBC || plain.isEmpty()) {
            return "";
        }
        return " (%s, %s)"
                .formatted(ratio(own, plain, Measurement::firstNanos), ratio(own, plain, Measurement::warmNanos));
    }

    private void memory(StringBuilder out) {
        head(out, "MB of the process at most, until the first call is done");
        results.measurements().forEach((work, byTool) -> {
            List<Measurement> plain = byTool.getOrDefault(Tool.JDBC, List.of());
            out.append("| ").append(work).append(" |");
            for (Tool tool : tools) {
                List<Measurement> own = byTool.getOrDefault(tool, List.of());
                out.append(own.isEmpty() ? " –" : " " + median(own, Measurement::peakKilobytes) / 1024);
                boolean compared = !own.isEmpty() && !plain.isEmpty() && tool != Tool.JDBC;
                out.append(compared ? " (" + ratio(own, plain, Measurement::peakKilobytes) + ")" : "")
                        .append(" |");
            }
            out.append('\n');
        });
        out.append('\n');
    }

    private void together(StringBuilder out) {
        if (results.together().isEmpty()) {
            return;
        }
        head(out, "one process / eight at once, ms with their start (failed)");
        results.together().forEach((work, byTool) -> {
            out.append("| ").append(work).append(" |");
            for (Tool tool : tools) {
                out.append(' ').append(crowds(byTool.get(tool))).append(" |");
            }
            out.append('\n');
        });
        out.append('\n');
    }

    private static String crowds(@Nullable List<Together> own) {
        if (own == null) {
            return "–";
        }
        int failed = own.stream().mapToInt(each -> each.several().failed()).sum();
        int all = own.stream().mapToInt(each -> each.several().processes()).sum();
        return "%s / %s (%d of %d)"
                .formatted(
                        millis(median(own, each -> each.one().nanos())),
                        millis(median(own, each -> each.several().nanos())),
                        failed,
                        all);
    }

    private void counts(StringBuilder out) {
        if (results.counts().isEmpty()) {
            return;
        }
        head(out, "counted");
        line(out, "round trips with nothing pending, without connecting", counts -> counts.pending()
                .roundTrips());
        line(out, "connections with nothing pending", counts -> counts.pending().connections());
        line(out, "round trips for one more revision of two statements", Counts::roundTripsEach);
        line(out, "WAL flushes for one more revision", Counts::flushesEach);
        out.append('\n');
    }

    private void line(StringBuilder out, String title, ToDoubleFunction<Counts> number) {
        out.append("| ").append(title).append(" |");
        for (Tool tool : tools) {
            Counts own = results.counts().get(tool);
            out.append(own == null ? " –" : String.format(Locale.ROOT, " %.1f", number.applyAsDouble(own)))
                    .append(" |");
        }
        out.append('\n');
    }

    private void head(StringBuilder out, String title) {
        out.append("| ").append(title).append(" |");
        tools.forEach(tool ->
                out.append(' ').append(tool.name().toLowerCase(Locale.ROOT)).append(" |"));
        out.append("\n|---|").append("---|".repeat(tools.size())).append('\n');
    }

    private static <T> long median(List<T> all, ToLongFunction<T> number) {
        return Medians.of(all.stream().mapToLong(number));
    }

    private static <T> String ratio(List<T> own, List<T> plain, ToLongFunction<T> number) {
        return String.format(Locale.ROOT, "%.2fx", (double) median(own, number) / median(plain, number));
    }

    private static String millis(long nanos) {
        double millis = nanos / 1e6;
        return String.format(Locale.ROOT, millis < 100 ? "%.1f" : "%.0f", millis);
    }
}
