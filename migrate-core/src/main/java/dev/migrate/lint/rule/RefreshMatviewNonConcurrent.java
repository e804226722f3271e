package dev.migrate.lint.rule;

import dev.migrate.lint.statement.Ddl;
import dev.migrate.lint.statement.Sql;

/** REFRESH MATERIALIZED VIEW stops its readers until it is filled. */
final class RefreshMatviewNonConcurrent implements LintRule {

    @Override
    public RuleInfo info() {
        return RuleInfo.warning(
                "refresh-matview-non-concurrent", "REFRESH MATERIALIZED VIEW stops its readers until it is filled.");
    }

    @Override
    public void look(LintedStatement statement, Findings findings) {
        if (statement.ddl() instanceof Ddl.RefreshView refresh
                && refresh.writers() == Ddl.Writers.WAIT
                && statement.isBusy(refresh.view())) {
            findings.add(
                    "ACCESS EXCLUSIVE on " + refresh.view() + " while its query runs: nobody reads it meanwhile",
                    "CREATE UNIQUE INDEX CONCURRENTLY … ON " + Sql.quote(refresh.view()) + " (…)",
                    "REFRESH MATERIALIZED VIEW CONCURRENTLY " + Sql.quote(refresh.view()));
        }
    }
}
