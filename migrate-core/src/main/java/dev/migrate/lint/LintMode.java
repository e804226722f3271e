package dev.migrate.lint;

/** What a run does about findings in the revisions that it is going to apply. */
public enum LintMode {
    /** It does not look for any. */
    OFF,
    /** It tells and goes on. */
    WARN,
    /** It does not begin if one of them is an error. */
    FAIL
}
