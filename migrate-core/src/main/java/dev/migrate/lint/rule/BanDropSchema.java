package dev.migrate.lint.rule;

import dev.migrate.lint.statement.Ddl;

/** A dropped schema takes everything in it along. */
final class BanDropSchema implements LintRule {

    @Override
    public RuleInfo info() {
        return RuleInfo.error("ban-drop-schema", "A dropped schema takes everything in it along.");
    }

    @Override
    public void look(LintedStatement statement, Findings findings) {
        if (statement.ddl() instanceof Ddl.Drop drop && drop.kind() == Ddl.Kind.SCHEMA) {
            if (!statement.surroundings().contract()) {
                findings.add("Everything in " + drop.names().get(0) + " is gone", Recipes.contract("what uses it out"));
            }
        }
    }
}
