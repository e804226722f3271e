package dev.migrate.lint.rule;

import dev.migrate.lint.statement.Ddl;

/** An index over more than three columns is seldom worth what it costs. */
final class WideIndex implements LintRule {

    @Override
    public RuleInfo info() {
        return RuleInfo.optional(
                "wide-non-unique-index", "An index over more than three columns is seldom worth what it costs.");
    }

    @Override
    public void look(LintedStatement statement, Findings findings) {
        if (statement.ddl() instanceof Ddl.CreateIndex index && !index.traits().unique() && index.width() > 3) {
            findings.add("An index over " + index.width() + " columns is big, and every change of a row writes to it");
        }
    }
}
