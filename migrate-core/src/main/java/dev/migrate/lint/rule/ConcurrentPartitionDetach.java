package dev.migrate.lint.rule;

import dev.migrate.lint.statement.Sql;
import dev.migrate.lint.statement.TableAction;

/** DETACH PARTITION stops readers and writers of the parent. */
final class ConcurrentPartitionDetach implements LintRule {

    @Override
    public RuleInfo info() {
        return RuleInfo.error(
                "require-concurrent-partition-detach", "DETACH PARTITION stops readers and writers of the parent.");
    }

    @Override
    public void look(LintedStatement statement, Findings findings) {
        for (TableAction.DetachPartition detach : statement.actions(TableAction.DetachPartition.class)) {
            if (detach.way() == TableAction.Detaching.AT_ONCE && statement.isBusy(statement.table())) {
                findings.add(
                        statement.cost(statement.table()),
                        Recipes.alone("ALTER TABLE " + Sql.quote(statement.table()) + " DETACH PARTITION "
                                + Sql.quote(detach.partition()) + " CONCURRENTLY"));
            }
        }
    }
}
