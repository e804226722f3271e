package dev.migrate.lint.rule;

/**
 * What a rule is called and about.
 *
 * @param id words in lower case with dashes between them, the same for ever
 * @param severity how much it matters
 * @param summary one sentence on what it finds
 */
public record RuleInfo(String id, Severity severity, String summary) {

    static RuleInfo error(String id, String summary) {
        return new RuleInfo(id, Severity.ERROR, summary);
    }

    static RuleInfo warning(String id, String summary) {
        return new RuleInfo(id, Severity.WARNING, summary);
    }

    static RuleInfo optional(String id, String summary) {
        return new RuleInfo(id, Severity.OPTIONAL, summary);
    }
}
