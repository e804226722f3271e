package dev.migrate.lint.rule;

import java.util.List;

import dev.migrate.lint.statement.ColumnSpec;
import dev.migrate.lint.statement.Sql;
import dev.migrate.lint.statement.TableAction;
import dev.migrate.schema.ObjectName;

/** A stored generated column on a table in use writes the table anew. */
final class AddingStoredGeneratedColumn implements LintRule {

    @Override
    public RuleInfo info() {
        return RuleInfo.error(
                "adding-stored-generated-column", "A stored generated column on a table in use writes the table anew.");
    }

    @Override
    public void look(LintedStatement statement, Findings findings) {
        for (TableAction.AddColumn add : statement.actions(TableAction.AddColumn.class)) {
            ObjectName table = statement.table();
            if (add.column().source() == ColumnSpec.Source.STORED && statement.isBusy(table)) {
                String column = "ALTER TABLE " + Sql.quote(table) + " ADD COLUMN "
                        + Sql.quote(add.column().name()) + " " + add.column().type();
                List<String> rewrite = statement.version() >= 18
                        ? List.of(
                                column + " GENERATED ALWAYS AS (" + add.column().defaultValue() + ") VIRTUAL")
                        : List.of(
                                column,
                                "-- fill it by a trigger for new rows and by a backfill for those that are there");
                findings.add(statement.cost(table), rewrite);
            }
        }
    }
}
