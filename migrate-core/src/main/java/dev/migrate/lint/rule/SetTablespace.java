package dev.migrate.lint.rule;

import dev.migrate.lint.statement.TableAction;
import dev.migrate.schema.ObjectName;

/** Another tablespace writes the table anew while nobody else can use it. */
final class SetTablespace implements LintRule {

    @Override
    public RuleInfo info() {
        return RuleInfo.error(
                "set-tablespace", "Another tablespace writes the table anew while nobody else can use it.");
    }

    @Override
    public void look(LintedStatement statement, Findings findings) {
        for (TableAction.Change change : statement.actions(TableAction.Change.class)) {
            ObjectName table = statement.table();
            if (change.kind() == TableAction.Kind.TABLESPACE
                    && statement.effect().rewrites(table)
                    && statement.isBusy(table)) {
                findings.add(statement.cost(table), "-- pg_repack moves a table beside readers and writers");
            }
        }
    }
}
