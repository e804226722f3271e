package dev.migrate.lint.rule;

import dev.migrate.lint.effect.Relation;
import dev.migrate.lint.statement.Ddl;
import dev.migrate.lint.statement.Sql;
import dev.migrate.schema.ObjectName;

/** DROP INDEX stops readers and writers of its table, and waits behind every query. */
final class RequireConcurrentIndexDeletion implements LintRule {

    @Override
    public RuleInfo info() {
        return RuleInfo.warning(
                "require-concurrent-index-deletion",
                "DROP INDEX stops readers and writers of its table, and waits behind every query.");
    }

    @Override
    public void look(LintedStatement statement, Findings findings) {
        if (statement.ddl() instanceof Ddl.Drop drop
                && drop.kind() == Ddl.Kind.INDEX
                && drop.traits().writers() == Ddl.Writers.WAIT) {
            for (ObjectName index : drop.names()) {
                Relation table = statement.world().ofIndex(index.name());
                boolean partitioned = table != null && table.isPartitioned();
                if (!partitioned && (table == null || statement.isBusy(table.name()))) {
                    findings.add(
                            "ACCESS EXCLUSIVE on the table of " + index + ": nobody reads or writes it meanwhile",
                            Recipes.alone("DROP INDEX CONCURRENTLY " + Sql.quote(index)));
                }
            }
        }
    }
}
