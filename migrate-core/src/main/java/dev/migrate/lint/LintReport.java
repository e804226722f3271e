package dev.migrate.lint;

import java.util.List;

import dev.migrate.lint.rule.Finding;
import dev.migrate.lint.rule.Severity;

/**
 * What was found.
 *
 * @param revisions the ids of the revisions that were looked at, in the order in which they run
 * @param findings in the same order
 */
public record LintReport(List<String> revisions, List<Finding> findings) {

    /** Copies the lists. */
    public LintReport {
        revisions = List.copyOf(revisions);
        findings = List.copyOf(findings);
    }

    /** Returns the findings for which a revision must not run. */
    public List<Finding> errors() {
        return findings.stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .toList();
    }

    /** Tells whether a revision must not run. */
    public boolean hasErrors() {
        return !errors().isEmpty();
    }
}
