package dev.migrate.lint.rule;

import dev.migrate.lint.statement.Ddl;

/** A new value of an enum does not say where it stands in the order. */
final class EnumValueOrdering implements LintRule {

    @Override
    public RuleInfo info() {
        return RuleInfo.warning(
                "require-enum-value-ordering", "A new value of an enum does not say where it stands in the order.");
    }

    @Override
    public void look(LintedStatement statement, Findings findings) {
        if (statement.ddl() instanceof Ddl.AlterType type && type.action().equals("ADD VALUE")) {
            boolean ordered = type.rest().mentions("before") || type.rest().mentions("after");
            if (!ordered) {
                findings.add(
                        "It becomes the greatest value, in comparisons and in ORDER BY",
                        statement.source().sql() + " AFTER '…'");
            }
        }
    }
}
