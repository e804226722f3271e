package dev.migrate.lint.rule;

import dev.migrate.lint.statement.TableAction;
import dev.migrate.schema.ObjectName;

/** Another replica identity changes what logical replication sends, or makes every change bigger. */
final class ReplicaIdentity implements LintRule {

    @Override
    public RuleInfo info() {
        return RuleInfo.warning(
                "replica-identity",
                "Another replica identity changes what logical replication sends, or makes every change bigger.");
    }

    @Override
    public void look(LintedStatement statement, Findings findings) {
        for (TableAction.Change change : statement.actions(TableAction.Change.class)) {
            ObjectName table = statement.table();
            if (change.kind() == TableAction.Kind.REPLICA_IDENTITY && !statement.isNew(table)) {
                findings.add("Subscribers of " + table
                        + " find rows by something else; FULL writes every old row to the log");
            }
        }
    }
}
