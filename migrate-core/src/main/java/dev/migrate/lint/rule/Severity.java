package dev.migrate.lint.rule;

/** How much a finding matters. */
public enum Severity {
    /** The revision must not run like this. */
    ERROR,
    /** Somebody should know. */
    WARNING,
    /** A matter of taste: the rule is asked only where it is switched on, and what it finds is a warning. */
    OPTIONAL
}
