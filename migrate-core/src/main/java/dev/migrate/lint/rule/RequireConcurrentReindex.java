package dev.migrate.lint.rule;

import dev.migrate.lint.effect.Relation;
import dev.migrate.lint.statement.Ddl;
import dev.migrate.lint.statement.Sql;
import dev.migrate.schema.ObjectName;

/** REINDEX stops writers of the table, and every query that would use the index. */
final class RequireConcurrentReindex implements LintRule {

    @Override
    public RuleInfo info() {
        return RuleInfo.error(
                "require-concurrent-reindex",
                "REINDEX stops writers of the table, and every query that would use the index.");
    }

    @Override
    public void look(LintedStatement statement, Findings findings) {
        if (statement.ddl() instanceof Ddl.Reindex reindex && reindex.writers() == Ddl.Writers.WAIT) {
            ObjectName name = reindex.name();
            Relation table = name == null
                    ? null
                    : reindex.kind().equals("INDEX")
                            ? statement.world().ofIndex(name.name())
                            : statement.relation(name);
            if (table == null || statement.isBusy(table.name())) {
                String what = reindex.kind() + " CONCURRENTLY" + (name == null ? "" : " " + Sql.quote(name));
                findings.add(
                        "SHARE on the table and ACCESS EXCLUSIVE on its indexes until they are built: nobody writes to it"
                                + " meanwhile, and nobody reads through them",
                        Recipes.alone("REINDEX " + what));
            }
        }
    }
}
