package dev.migrate.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.migrate.lint.effect.Effect;
import dev.migrate.lint.trace.TracedStatement;
import dev.migrate.schema.ObjectName;

/** Says what statements have cost on a copy, to people and to programs. */
final class TraceLines {

    private TraceLines() {}

    static void print(List<TracedStatement> traced, Channel out) {
        for (TracedStatement statement : traced) {
            out.line(statement.place() + ": " + Durations.text(statement.duration()));
            String sql = statement.sql().isEmpty() ? "Java code" : statement.sql();
            sql.lines().forEach(line -> out.line("    " + line));
            lines(statement).forEach(line -> out.line("  " + line));
        }
        if (!traced.isEmpty()) {
            out.line("");
        }
    }

    private static List<String> lines(TracedStatement statement) {
        Effect effect = statement.effect();
        List<String> lines = new ArrayList<>();
        effect.locks().forEach((table, mode) -> lines.add("locks " + table + ": " + mode.sql()));
        if (!effect.rewrites().isEmpty()) {
            lines.add("writes anew " + names(effect.rewrites()));
        }
        if (!effect.scans().isEmpty()) {
            lines.add("reads whole " + names(effect.scans()));
        }
        return lines.isEmpty() ? List.of("locks no table") : lines;
    }

    private static String names(Iterable<ObjectName> names) {
        List<String> all = new ArrayList<>();
        names.forEach(name -> all.add(name.toString()));
        return String.join(", ", all);
    }

    static Map<String, @Nullable Object> json(TracedStatement statement) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("revision", statement.place().revision());
        json.put("path", statement.place().path());
        json.put(
                "line", statement.place().line() == 0 ? null : statement.place().line());
        json.put("operation", statement.place().statement());
        json.put("sql", statement.sql());
        json.put("durationMs", statement.duration().toMillis());
        Effect effect = statement.effect();
        Map<String, String> locks = new LinkedHashMap<>();
        effect.locks().forEach((table, mode) -> locks.put(table.toString(), mode.sql()));
        json.put("locks", locks);
        json.put(
                "rewrites", effect.rewrites().stream().map(ObjectName::toString).toList());
        json.put("scans", effect.scans().stream().map(ObjectName::toString).toList());
        return json;
    }
}
