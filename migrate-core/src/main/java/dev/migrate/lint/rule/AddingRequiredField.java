package dev.migrate.lint.rule;

import dev.migrate.lint.statement.ColumnSpec;
import dev.migrate.lint.statement.Sql;
import dev.migrate.lint.statement.TableAction;
import dev.migrate.schema.ObjectName;

/** A new column that is NOT NULL without a default fails if there are rows, and breaks the INSERTs of running versions. */
final class AddingRequiredField implements LintRule {

    @Override
    public RuleInfo info() {
        return RuleInfo.error(
                "adding-required-field",
                "A new column that is NOT NULL without a default fails if there are rows, and breaks the INSERTs of running versions.");
    }

    @Override
    public void look(LintedStatement statement, Findings findings) {
        for (TableAction.AddColumn add : statement.actions(TableAction.AddColumn.class)) {
            ColumnSpec column = add.column();
            ObjectName table = statement.table();
            if (isRequired(column) && !statement.isNew(table)) {
                findings.add(
                        "It fails if " + table + " has a row, and the running version's INSERTs fail behind it",
                        "ALTER TABLE " + Sql.quote(table) + " ADD COLUMN " + Sql.quote(column.name()) + " "
                                + column.type() + " NOT NULL DEFAULT …");
            }
        }
    }

    private static boolean isRequired(ColumnSpec column) {
        return column.notNull()
                && column.defaultValue() == null
                && column.source() == ColumnSpec.Source.PLAIN
                && !column.type().isSerial();
    }
}
