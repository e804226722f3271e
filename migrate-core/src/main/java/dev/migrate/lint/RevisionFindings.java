package dev.migrate.lint;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import dev.migrate.error.Spelling;
import dev.migrate.lint.rule.Finding;
import dev.migrate.lint.rule.LintedStatement;
import dev.migrate.lint.rule.RuleInfo;
import dev.migrate.lint.rule.Severity;
import dev.migrate.script.Allowance;
import dev.migrate.script.RevisionScript;

/** What the rules find in one revision, without what its author allows. */
final class RevisionFindings {

    private static final String NO_EFFECT = "allow-without-effect";

    private final RevisionScript script;

    private final List<Allowance> allowances;

    private final Set<String> known;

    private final Predicate<String> silenced;

    private final Set<Allowance> used = new HashSet<>();

    private final List<Finding> findings = new ArrayList<>();

    RevisionFindings(RevisionScript script, Set<String> known, Predicate<String> silenced) {
        this.script = script;
        this.allowances = script.upgrade().allowances();
        this.known = known;
        this.silenced = silenced;
    }

    void add(RuleInfo rule, LintedStatement.@Nullable Source source, String message, List<String> rewrite) {
        boolean allowed = false;
        for (Allowance allowance : allowances) {
            boolean here = source == null || allowance.operation() == source.operation();
            if (here && allowance.rule().equals(rule.id())) {
                used.add(allowance);
                allowed = true;
            }
        }
        if (allowed) {
            return;
        }
        int line = source == null
                ? script.headerLine()
                : source.line() > 0 ? source.line() : script.lineOf(source.operation());
        int statement = source == null ? 0 : source.operation() + 1;
        Severity severity = rule.severity() == Severity.ERROR ? Severity.ERROR : Severity.WARNING;
        findings.add(new Finding(
                rule.id(), severity, new Finding.Place(script.id(), script.path(), line, statement), message, rewrite));
    }

    List<Finding> end() {
        if (!silenced.test(NO_EFFECT)) {
            allowances.stream()
                    .filter(allowance -> !used.contains(allowance))
                    .filter(allowance -> !known.contains(allowance.rule()) || !silenced.test(allowance.rule()))
                    .forEach(this::withoutEffect);
        }
        return findings;
    }

    private void withoutEffect(Allowance allowance) {
        String rule = allowance.rule();
        String nearest = known.contains(rule) ? null : Spelling.nearest(rule, List.copyOf(known));
        String message = known.contains(rule)
                ? rule + " has nothing to say here: remove the allowance"
                : "There is no rule " + rule + (nearest == null ? "" : "; did you mean " + nearest + "?");
        int line = allowance.line() > 0 ? allowance.line() : script.lineOf(allowance.operation());
        Finding.Place place = new Finding.Place(script.id(), script.path(), line, allowance.operation() + 1);
        findings.add(new Finding(NO_EFFECT, Severity.WARNING, place, message, List.of()));
    }
}
