package dev.migrate.lint.rule;

import dev.migrate.lint.statement.ColumnSpec;
import dev.migrate.lint.statement.TableAction;
import dev.migrate.schema.ObjectName;

/** A serial column on a table in use writes the table anew. */
final class AddingSerialColumn implements LintRule {

    @Override
    public RuleInfo info() {
        return RuleInfo.error("adding-serial-column", "A serial column on a table in use writes the table anew.");
    }

    @Override
    public void look(LintedStatement statement, Findings findings) {
        for (TableAction.AddColumn add : statement.actions(TableAction.AddColumn.class)) {
            ColumnSpec column = add.column();
            ObjectName table = statement.table();
            if (column.type().isSerial() && statement.isBusy(table)) {
                findings.add(statement.cost(table), Recipes.numbered(table, column));
            }
        }
    }
}
