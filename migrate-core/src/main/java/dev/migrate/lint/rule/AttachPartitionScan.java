package dev.migrate.lint.rule;

import dev.migrate.lint.statement.Sql;
import dev.migrate.lint.statement.TableAction;
import dev.migrate.schema.ObjectName;

/** ATTACH PARTITION reads the new partition, and the default one, while nobody else can use them. */
final class AttachPartitionScan implements LintRule {

    @Override
    public RuleInfo info() {
        return RuleInfo.error(
                "attach-partition-scan",
                "ATTACH PARTITION reads the new partition, and the default one, while nobody else can use them.");
    }

    @Override
    public void look(LintedStatement statement, Findings findings) {
        for (TableAction.AttachPartition attach : statement.actions(TableAction.AttachPartition.class)) {
            if (statement.isNew(attach.partition())) {
                continue;
            }
            for (ObjectName table : statement.effect().scans()) {
                if (statement.isBusy(table)) {
                    findings.add(
                            "ACCESS EXCLUSIVE on " + table + " while it is read whole",
                            "ALTER TABLE " + Sql.quote(table) + " ADD CONSTRAINT " + Sql.quote(table.name() + "_bound")
                                    + " CHECK (…) NOT VALID",
                            "ALTER TABLE " + Sql.quote(table) + " VALIDATE CONSTRAINT "
                                    + Sql.quote(table.name() + "_bound"),
                            "-- the check says what the bound demands; of the default partition, that no row belongs to it",
                            statement.source().sql());
                }
            }
        }
    }
}
