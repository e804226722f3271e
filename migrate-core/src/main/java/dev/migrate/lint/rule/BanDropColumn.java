package dev.migrate.lint.rule;

import dev.migrate.lint.statement.TableAction;

/** A dropped column breaks the running version that reads it, and its data is gone. */
final class BanDropColumn implements LintRule {

    @Override
    public RuleInfo info() {
        return RuleInfo.error(
                "ban-drop-column", "A dropped column breaks the running version that reads it, and its data is gone.");
    }

    @Override
    public void look(LintedStatement statement, Findings findings) {
        for (TableAction.DropColumn drop : statement.actions(TableAction.DropColumn.class)) {
            if (statement.isInUse(statement.table())) {
                findings.add(
                        "Versions that still read or write " + statement.table() + "." + drop.column()
                                + " fail, and its data is gone",
                        Recipes.contract("the column out of the entity"));
            }
        }
    }
}
