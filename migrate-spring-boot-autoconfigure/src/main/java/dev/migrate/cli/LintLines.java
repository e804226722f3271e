package dev.migrate.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.migrate.error.Spelling;
import dev.migrate.lint.LintReport;
import dev.migrate.lint.rule.Finding;
import dev.migrate.lint.rule.Severity;

/** Says what lint has found, to people and to programs. */
final class LintLines {

    private LintLines() {}

    static void print(LintReport report, Channel out) {
        for (Finding finding : report.findings()) {
            boolean error = finding.severity() == Severity.ERROR;
            String severity = out.paint(error ? Colour.BAD : Colour.ATTENTION, level(finding));
            out.line(finding.place() + ": " + severity + ": " + finding.rule());
            out.advice("  " + finding.message() + ".");
            for (String statement : finding.rewrite()) {
                pasted(statement).lines().forEach(line -> out.line("    " + line));
            }
        }
        int errors = report.errors().size();
        out.line(Spelling.count(report.revisions().size(), "revision") + ", " + Spelling.count(errors, "error") + ", "
                + Spelling.count(report.findings().size() - errors, "warning") + ".");
    }

    /** Returns a part of a rewrite as it can be pasted into a script: a statement with its end, or a remark. */
    static String pasted(String statement) {
        return statement.startsWith("--") ? statement : statement + ";";
    }

    static String level(Finding finding) {
        return finding.severity().name().toLowerCase(Locale.ROOT);
    }

    static Map<String, @Nullable Object> json(LintReport report) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("revisions", report.revisions());
        json.put("errors", report.errors().size());
        json.put("warnings", report.findings().size() - report.errors().size());
        json.put("findings", report.findings().stream().map(LintLines::json).toList());
        return json;
    }

    private static Map<String, @Nullable Object> json(Finding finding) {
        Finding.Place place = finding.place();
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("rule", finding.rule());
        json.put("severity", level(finding));
        json.put("revision", place.revision());
        json.put("path", place.path());
        json.put("line", place.line() == 0 ? null : place.line());
        json.put("operation", place.statement() == 0 ? null : place.statement());
        json.put("message", finding.message());
        json.put("rewrite", List.copyOf(finding.rewrite()));
        return json;
    }
}
