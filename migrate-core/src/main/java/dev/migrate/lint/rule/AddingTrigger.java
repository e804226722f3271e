package dev.migrate.lint.rule;

import dev.migrate.lint.statement.Ddl;

/** CREATE TRIGGER stops writers of the table for a moment, DROP TRIGGER readers too, and running versions meet the change. */
final class AddingTrigger implements LintRule {

    @Override
    public RuleInfo info() {
        return RuleInfo.warning(
                "adding-trigger",
                "CREATE TRIGGER stops writers of the table for a moment, DROP TRIGGER readers too, and running versions meet the change.");
    }

    @Override
    public void look(LintedStatement statement, Findings findings) {
        boolean creates = statement.ddl() instanceof Ddl.CreateOnTable on
                && on.kind() == Ddl.Kind.TRIGGER
                && !statement.isNew(on.table());
        boolean drops = statement.ddl() instanceof Ddl.Drop drop && drop.kind() == Ddl.Kind.TRIGGER;
        if (creates || drops) {
            findings.add((creates ? "SHARE ROW EXCLUSIVE" : "ACCESS EXCLUSIVE")
                    + " on the table for a moment, and running versions meet the change at once");
        }
    }
}
