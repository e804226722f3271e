package dev.migrate.lint.rule;

import dev.migrate.lint.statement.ColumnSpec;
import dev.migrate.lint.statement.TableAction;
import dev.migrate.schema.ObjectName;

/** An identity column on a table in use writes the table anew. */
final class AddingIdentityColumn implements LintRule {

    @Override
    public RuleInfo info() {
        return RuleInfo.error("adding-identity-column", "An identity column on a table in use writes the table anew.");
    }

    @Override
    public void look(LintedStatement statement, Findings findings) {
        for (TableAction.AddColumn add : statement.actions(TableAction.AddColumn.class)) {
            ColumnSpec column = add.column();
            ObjectName table = statement.table();
            if (column.source() == ColumnSpec.Source.IDENTITY && statement.isBusy(table)) {
                findings.add(statement.cost(table), Recipes.numbered(table, column));
            }
        }
    }
}
