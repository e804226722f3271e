package dev.migrate.lint.rule;

import dev.migrate.lint.statement.Ddl;

/** VACUUM FULL and CLUSTER write the table anew while nobody else can use it. */
final class VacuumFullCluster implements LintRule {

    @Override
    public RuleInfo info() {
        return RuleInfo.error(
                "vacuum-full-cluster", "VACUUM FULL and CLUSTER write the table anew while nobody else can use it.");
    }

    @Override
    public void look(LintedStatement statement, Findings findings) {
        if (statement.ddl() instanceof Ddl.Maintenance work
                && (work.work() == Ddl.Work.VACUUM_FULL || work.work() == Ddl.Work.CLUSTER)
                && (work.tables().isEmpty() || work.tables().stream().anyMatch(statement::isBusy))) {
            findings.add(
                    "ACCESS EXCLUSIVE until every row and every index is written anew: nobody reads or writes meanwhile",
                    "-- pg_repack does the same beside readers and writers");
        }
    }
}
