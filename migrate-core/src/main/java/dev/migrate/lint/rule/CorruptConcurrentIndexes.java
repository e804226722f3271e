package dev.migrate.lint.rule;

import dev.migrate.lint.statement.Ddl;

/** CREATE INDEX CONCURRENTLY of 14.0 to 14.3 may leave rows out of the index. */
final class CorruptConcurrentIndexes implements LintRule {

    @Override
    public RuleInfo info() {
        return RuleInfo.error(
                "cic-corruption-version", "CREATE INDEX CONCURRENTLY of 14.0 to 14.3 may leave rows out of the index.");
    }

    @Override
    public void look(LintedStatement statement, Findings findings) {
        int minor = statement.surroundings().server().minor();
        boolean builds = (statement.ddl() instanceof Ddl.CreateIndex index
                        && index.traits().writers() == Ddl.Writers.GO_ON)
                || (statement.ddl() instanceof Ddl.Reindex reindex && reindex.writers() == Ddl.Writers.GO_ON);
        if (builds && statement.version() == 14 && minor >= 0 && minor < 4) {
            findings.add("PostgreSQL 14." + minor
                    + " may leave rows out of the index: upgrade the server to 14.4 or later first");
        }
    }
}
