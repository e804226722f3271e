package dev.migrate.lint;

import java.util.List;

import dev.migrate.lint.rule.LintRule;

/**
 * How revisions are linted, and by which rules beside the built-in ones.
 *
 * @param settings what is configured
 * @param rules those of the application
 */
public record Linting(LintSettings settings, List<LintRule> rules) {

    /** Copies the list. */
    public Linting {
        rules = List.copyOf(rules);
    }

    /** Returns the built-in rules, which runs do not ask. */
    public static Linting off() {
        return new Linting(LintSettings.off(), List.of());
    }
}
