package dev.migrate.lint.rule;

import dev.migrate.lint.statement.ColumnSpec;
import dev.migrate.lint.statement.Sql;
import dev.migrate.lint.statement.TableAction;
import dev.migrate.schema.ObjectName;

/** A new column of a domain with a check writes the table anew, even without a default. */
final class AddingConstrainedDomainColumn implements LintRule {

    @Override
    public RuleInfo info() {
        return RuleInfo.error(
                "adding-constrained-domain-column",
                "A new column of a domain with a check writes the table anew, even without a default.");
    }

    @Override
    public void look(LintedStatement statement, Findings findings) {
        for (TableAction.AddColumn add : statement.actions(TableAction.AddColumn.class)) {
            ColumnSpec column = add.column();
            ObjectName table = statement.table();
            if (statement.world().isConstrainedDomain(column.type()) && statement.isBusy(table)) {
                findings.add(
                        statement.cost(table),
                        "ALTER TABLE " + Sql.quote(table) + " ADD COLUMN " + Sql.quote(column.name()) + " "
                                + statement.world().stored(column.type()),
                        "ALTER TABLE " + Sql.quote(table) + " ADD CONSTRAINT "
                                + Sql.quote(table.name() + "_" + column.name() + "_check") + " CHECK (…) NOT VALID");
            }
        }
    }
}
