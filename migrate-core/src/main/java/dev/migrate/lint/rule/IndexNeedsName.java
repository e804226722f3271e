package dev.migrate.lint.rule;

import dev.migrate.lint.statement.Ddl;
import dev.migrate.lint.statement.Sql;

/** An index without a name of its own cannot be looked for after an interruption. */
final class IndexNeedsName implements LintRule {

    @Override
    public RuleInfo info() {
        return RuleInfo.warning(
                "index-needs-name", "An index without a name of its own cannot be looked for after an interruption.");
    }

    @Override
    public void look(LintedStatement statement, Findings findings) {
        if (statement.ddl() instanceof Ddl.CreateIndex index && index.name() == null) {
            String name = index.table().name() + "_" + String.join("_", index.columns()) + "_idx";
            findings.add(
                    "PostgreSQL makes a name up, another one if it is taken: a retry builds a second index",
                    "CREATE INDEX CONCURRENTLY " + Sql.quote(name) + " ON " + Sql.quote(index.table()) + " (…)");
        }
    }
}
