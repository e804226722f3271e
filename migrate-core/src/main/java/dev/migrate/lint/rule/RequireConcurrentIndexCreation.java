package dev.migrate.lint.rule;

import dev.migrate.lint.statement.Ddl;

/** CREATE INDEX on a table in use stops its writers until the index is built. */
final class RequireConcurrentIndexCreation implements LintRule {

    @Override
    public RuleInfo info() {
        return RuleInfo.error(
                "require-concurrent-index-creation",
                "CREATE INDEX on a table in use stops its writers until the index is built.");
    }

    @Override
    public void look(LintedStatement statement, Findings findings) {
        if (statement.ddl() instanceof Ddl.CreateIndex index
                && index.traits().writers() == Ddl.Writers.WAIT
                && statement.isBusy(index.table())
                && !Partitioned.isPartitioned(statement, index.table())) {
            findings.add(
                    statement.cost(index.table()),
                    Recipes.alone(Recipes.concurrently(statement.source().sql())));
        }
    }
}
