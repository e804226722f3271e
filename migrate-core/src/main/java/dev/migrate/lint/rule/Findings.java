package dev.migrate.lint.rule;

import java.util.List;

/** Takes what one rule finds in one place. */
@FunctionalInterface
public interface Findings {

    /**
     * Adds a finding.
     *
     * @param message what will happen, in one or two sentences without a full stop at the end
     * @param rewrite statements that do the same safely, each ready to paste; lines that begin with two dashes explain
     */
    void add(String message, List<String> rewrite);

    /** Adds a finding, with what does the same safely. */
    default void add(String message, String... rewrite) {
        add(message, List.of(rewrite));
    }
}
