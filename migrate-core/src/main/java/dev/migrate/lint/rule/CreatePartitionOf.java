package dev.migrate.lint.rule;

import dev.migrate.lint.statement.Ddl;
import dev.migrate.lint.statement.Sql;

/** CREATE TABLE … PARTITION OF locks the parent, and reads the default partition whole. */
final class CreatePartitionOf implements LintRule {

    @Override
    public RuleInfo info() {
        return RuleInfo.warning(
                "create-partition-of",
                "CREATE TABLE … PARTITION OF locks the parent, and reads the default partition whole.");
    }

    @Override
    public void look(LintedStatement statement, Findings findings) {
        if (statement.ddl() instanceof Ddl.CreateTable create) {
            Ddl.Partition partition = create.partition();
            if (partition != null && statement.isBusy(partition.parent())) {
                String table = Sql.quote(create.table());
                String parent = Sql.quote(partition.parent());
                findings.add(
                        "ACCESS EXCLUSIVE on " + partition.parent()
                                + ", and a scan of its default partition if it has one",
                        "CREATE TABLE " + table + " (LIKE " + parent + " INCLUDING ALL)",
                        "ALTER TABLE " + parent + " ATTACH PARTITION " + table + " " + partition.bound());
            }
        }
    }
}
