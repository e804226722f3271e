package dev.migrate.lint.rule;

import dev.migrate.lint.effect.LockMode;
import dev.migrate.lint.statement.Ddl;
import dev.migrate.lint.statement.Sql;

/** An index is dropped before the one that takes its place is there. */
final class ReplacingAnIndex implements LintRule {

    @Override
    public RuleInfo info() {
        return RuleInfo.warning(
                "replacing-an-index", "An index is dropped before the one that takes its place is there.");
    }

    @Override
    public void look(LintedStatement statement, Findings findings) {
        if (!(statement.ddl() instanceof Ddl.CreateIndex index) || statement.isNew(index.table())) {
            return;
        }
        for (LintedStatement before : statement.earlier()) {
            if (before.ddl() instanceof Ddl.Drop drop && drop.kind() == Ddl.Kind.INDEX) {
                LockMode mode = before.effect().lock(index.table());
                if (mode != null) {
                    findings.add(
                            "Queries on " + index.table() + " have neither index until this one is built",
                            Recipes.concurrently(statement.source().sql()),
                            "DROP INDEX CONCURRENTLY " + Sql.quote(drop.names().get(0)));
                }
            }
        }
    }
}
