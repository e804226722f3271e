package dev.migrate.lint.rule;

import dev.migrate.lint.statement.Ddl;

/** CREATE INDEX CONCURRENTLY IF NOT EXISTS is content with an invalid index of the same name. */
final class ConcurrentIndexIfNotExists implements LintRule {

    @Override
    public RuleInfo info() {
        return RuleInfo.error(
                "cic-if-not-exists-keeps-invalid",
                "CREATE INDEX CONCURRENTLY IF NOT EXISTS is content with an invalid index of the same name.");
    }

    @Override
    public void look(LintedStatement statement, Findings findings) {
        if (statement.ddl() instanceof Ddl.CreateIndex index
                && index.traits().writers() == Ddl.Writers.GO_ON
                && index.traits().existing() == Ddl.Existing.SKIPS) {
            String sql = statement.source().sql();
            findings.add(
                    "An index that an interrupted build has left is taken for good: it slows writers down and answers no query",
                    Recipes.alone(sql.replaceFirst("(?i)\\bIF\\s+NOT\\s+EXISTS\\s+", "")));
        }
    }
}
