package dev.migrate.lint.rule;

import dev.migrate.lint.statement.TableAction;
import dev.migrate.schema.ObjectName;

/** SET LOGGED and SET UNLOGGED write the table anew while nobody else can use it. */
final class SetLoggedUnlogged implements LintRule {

    @Override
    public RuleInfo info() {
        return RuleInfo.error(
                "set-logged-unlogged",
                "SET LOGGED and SET UNLOGGED write the table anew while nobody else can use it.");
    }

    @Override
    public void look(LintedStatement statement, Findings findings) {
        for (TableAction.Change change : statement.actions(TableAction.Change.class)) {
            ObjectName table = statement.table();
            if (change.kind() == TableAction.Kind.PERSISTENCE && statement.isBusy(table)) {
                findings.add(statement.cost(table), "-- a new table, and the rows moved by a backfill");
            }
        }
    }
}
