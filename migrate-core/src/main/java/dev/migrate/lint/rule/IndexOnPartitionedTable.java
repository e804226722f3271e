package dev.migrate.lint.rule;

import dev.migrate.lint.statement.Ddl;

/** CREATE INDEX on a partitioned table stops writers of all partitions, and cannot be concurrent. */
final class IndexOnPartitionedTable implements LintRule {

    @Override
    public RuleInfo info() {
        return RuleInfo.error(
                "index-on-partitioned-table",
                "CREATE INDEX on a partitioned table stops writers of all partitions, and cannot be concurrent.");
    }

    @Override
    public void look(LintedStatement statement, Findings findings) {
        if (statement.ddl() instanceof Ddl.CreateIndex index
                && !index.traits().only()
                && statement.isBusy(index.table())
                && Partitioned.isPartitioned(statement, index.table())) {
            findings.add(
                    "SHARE on " + index.table()
                            + " and on every partition until all are indexed: nobody writes to them meanwhile",
                    Partitioned.index(statement, index));
        }
    }
}
