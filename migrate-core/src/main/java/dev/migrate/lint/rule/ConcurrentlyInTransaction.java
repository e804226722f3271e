package dev.migrate.lint.rule;

/** CONCURRENTLY is refused in a transaction. */
final class ConcurrentlyInTransaction implements LintRule {

    @Override
    public RuleInfo info() {
        return RuleInfo.error(
                "ban-concurrent-index-creation-in-transaction", "CONCURRENTLY is refused in a transaction.");
    }

    @Override
    public void look(LintedStatement statement, Findings findings) {
        String refused = statement.effect().refused();
        if (refused != null && refused.endsWith("cannot run in a transaction")) {
            findings.add(refused, Recipes.alone(statement.source().sql()));
        }
    }
}
