package dev.migrate.lint.rule;

import dev.migrate.lint.statement.TableAction;

/** Without NOT NULL, versions that count on a value may meet a null. */
final class BanDropNotNull implements LintRule {

    @Override
    public RuleInfo info() {
        return RuleInfo.warning(
                "ban-drop-not-null", "Without NOT NULL, versions that count on a value may meet a null.");
    }

    @Override
    public void look(LintedStatement statement, Findings findings) {
        for (TableAction.DropNotNull drop : statement.actions(TableAction.DropNotNull.class)) {
            if (!statement.isNew(statement.table())) {
                findings.add("Versions that count on " + statement.table() + "." + drop.column()
                        + " may meet a null: let those that read it go first");
            }
        }
    }
}
