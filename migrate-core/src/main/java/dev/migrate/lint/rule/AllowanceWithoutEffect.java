package dev.migrate.lint.rule;

/** A rule is allowed that does not exist, or has nothing to say there. */
final class AllowanceWithoutEffect implements LintRule {

    @Override
    public RuleInfo info() {
        return RuleInfo.warning(
                "allow-without-effect", "A rule is allowed that does not exist, or has nothing to say there.");
    }

    @Override
    public void look(LintedStatement statement, Findings findings) {
        // The linter itself knows what came of an allowance, and reports it under this id.
    }
}
