package dev.migrate.lint.rule;

import dev.migrate.lint.statement.Ddl;
import dev.migrate.lint.statement.Sql;

/** REPACK CONCURRENTLY of PostgreSQL 19 does what VACUUM FULL and CLUSTER do, beside readers and writers. */
final class PreferRepack implements LintRule {

    @Override
    public RuleInfo info() {
        return RuleInfo.error(
                "prefer-repack",
                "REPACK CONCURRENTLY of PostgreSQL 19 does what VACUUM FULL and CLUSTER do, beside readers and writers.");
    }

    @Override
    public void look(LintedStatement statement, Findings findings) {
        if (statement.version() >= 19
                && statement.ddl() instanceof Ddl.Maintenance work
                && (work.work() == Ddl.Work.VACUUM_FULL || work.work() == Ddl.Work.CLUSTER)) {
            String table =
                    work.tables().isEmpty() ? "" : " " + Sql.quote(work.tables().get(0));
            findings.add(
                    "The server knows a way beside readers and writers",
                    Recipes.alone("REPACK (CONCURRENTLY)" + table));
        }
    }
}
