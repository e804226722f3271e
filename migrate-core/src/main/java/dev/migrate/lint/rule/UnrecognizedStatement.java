package dev.migrate.lint.rule;

import dev.migrate.lint.statement.Ddl;

/** Lint does not understand the statement, so no rule has looked at it. */
final class UnrecognizedStatement implements LintRule {

    @Override
    public RuleInfo info() {
        return RuleInfo.warning(
                "unrecognized-statement", "Lint does not understand the statement, so no rule has looked at it.");
    }

    @Override
    public void look(LintedStatement statement, Findings findings) {
        if (statement.ddl() instanceof Ddl.Unrecognized unrecognized) {
            findings.add("No rule could look at it: " + unrecognized.why());
        } else if (statement.ddl() instanceof Ddl.Opaque) {
            findings.add("No rule could look at it: nobody can tell what Java code does before it runs");
        }
    }
}
