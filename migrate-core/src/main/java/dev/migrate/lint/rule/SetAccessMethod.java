package dev.migrate.lint.rule;

import dev.migrate.lint.statement.TableAction;
import dev.migrate.schema.ObjectName;

/** Another access method writes the table anew while nobody else can use it. */
final class SetAccessMethod implements LintRule {

    @Override
    public RuleInfo info() {
        return RuleInfo.error(
                "set-access-method", "Another access method writes the table anew while nobody else can use it.");
    }

    @Override
    public void look(LintedStatement statement, Findings findings) {
        for (TableAction.Change change : statement.actions(TableAction.Change.class)) {
            ObjectName table = statement.table();
            if (change.kind() == TableAction.Kind.ACCESS_METHOD
                    && statement.effect().rewrites(table)
                    && statement.isBusy(table)) {
                findings.add(statement.cost(table), "-- a new table, and the rows moved by a backfill");
            }
        }
    }
}
