package dev.migrate.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import dev.migrate.lint.LintReport;
import dev.migrate.lint.rule.Finding;
import dev.migrate.lint.rule.LintRule;
import dev.migrate.lint.rule.LintRules;
import dev.migrate.script.RevisionScript;
import dev.migrate.script.ScriptDirectory;
import dev.migrate.script.ScriptKind;

/** Spells what lint has found as the Static Analysis Results Interchange Format 2.1.0. */
final class Sarif {

    private final ScriptDirectory scripts;

    private Sarif(ScriptDirectory scripts) {
        this.scripts = scripts;
    }

    static Map<String, @Nullable Object> of(LintReport report, ScriptDirectory scripts) {
        Sarif sarif = new Sarif(scripts);
        Map<String, @Nullable Object> run = new LinkedHashMap<>();
        run.put("tool", Map.of("driver", driver(report)));
        run.put("columnKind", "utf16CodeUnits");
        run.put("results", report.findings().stream().map(sarif::result).toList());
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
        json.put("version", "2.1.0");
        json.put("runs", List.of(run));
        return json;
    }

    private static Map<String, @Nullable Object> driver(LintReport report) {
        Map<String, String> summaries = LintRules.builtIn().stream()
                .map(LintRule::info)
                .collect(Collectors.toMap(info -> info.id(), info -> info.summary()));
        Map<String, @Nullable Object> driver = new LinkedHashMap<>();
        driver.put("name", "migrate");
        driver.put(
                "rules",
                report.findings().stream()
                        .map(Finding::rule)
                        .distinct()
                        .sorted()
                        .map(id -> Map.of("id", id, "shortDescription", Map.of("text", summaries.getOrDefault(id, id))))
                        .toList());
        return driver;
    }

    private Map<String, @Nullable Object> result(Finding finding) {
        Map<String, @Nullable Object> result = new LinkedHashMap<>();
        result.put("ruleId", finding.rule());
        result.put("level", LintLines.level(finding));
        result.put("message", Map.of("text", text(finding)));
        result.put("locations", List.of(Map.of("physicalLocation", location(finding.place()))));
        result.put(
                "partialFingerprints",
                Map.of(
                        "revision/v1",
                        finding.place().revision() + ":" + finding.rule() + ":"
                                + finding.place().statement()));
        return result;
    }

    private static String text(Finding finding) {
        StringBuilder text = new StringBuilder(finding.message()).append('.');
        if (!finding.rewrite().isEmpty()) {
            text.append("\nSafe:");
            finding.rewrite().forEach(line -> text.append("\n  ").append(LintLines.pasted(line)));
        }
        return text.toString();
    }

    private Map<String, Object> location(Finding.Place place) {
        Map<String, Object> location = new LinkedHashMap<>();
        location.put("artifactLocation", Map.of("uri", uri(place)));
        // Code scanning takes no place without a line.
        location.put("region", Map.of("startLine", Math.max(place.line(), 1)));
        return location;
    }

    /** Returns the path of the file as a repository has it, as far as that can be told. */
    private String uri(Finding.Place place) {
        RevisionScript script = scripts.script(place.revision());
        Path file = script.file();
        if (script.kind() == ScriptKind.JAVA) {
            String outer = script.path().replaceFirst("\\$.*", "");
            return "src/main/java/" + outer.replace('.', '/') + ".java";
        }
        String path = file == null ? "src/main/resources/" + script.path() : relative(file);
        return path.replace('\\', '/').replace(" ", "%20");
    }

    private static String relative(Path file) {
        Path here = Path.of("").toAbsolutePath();
        Path absolute = file.toAbsolutePath().normalize();
        String path = absolute.startsWith(here)
                ? here.relativize(absolute).toString()
                : absolute.toUri().toString();
        // What was loaded from the build's folder was written in the sources'.
        return path.replace("target/classes/", "src/main/resources/");
    }
}
