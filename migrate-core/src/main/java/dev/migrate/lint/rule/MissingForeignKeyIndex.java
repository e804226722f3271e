package dev.migrate.lint.rule;

import java.util.List;

import dev.migrate.lint.effect.Relation;
import dev.migrate.lint.statement.ConstraintSpec;
import dev.migrate.lint.statement.Sql;

/** The columns of a foreign key do not begin an index: every change of the other table reads this one whole. */
final class MissingForeignKeyIndex implements LintRule {

    @Override
    public RuleInfo info() {
        return RuleInfo.warning(
                "missing-fk-index",
                "The columns of a foreign key do not begin an index: every change of the other table reads this one whole.");
    }

    @Override
    public void look(LintedRevision revision, Findings findings) {
        for (LintedStatement statement : revision.statements()) {
            for (Constraints.On on : Constraints.added(statement.ddl())) {
                if (on.constraint().kind() == ConstraintSpec.Kind.FOREIGN_KEY && !isIndexed(revision, on)) {
                    String columns = String.join(
                            ", ",
                            on.constraint().columns().stream().map(Sql::quote).toList());
                    String name = on.table().name() + "_"
                            + String.join("_", on.constraint().columns()) + "_idx";
                    findings.add(
                            "No index of " + on.table() + " begins with " + columns
                                    + ": a deleted or changed row of the other table is looked for in the whole table",
                            "CREATE INDEX CONCURRENTLY " + Sql.quote(name) + " ON " + Sql.quote(on.table()) + " ("
                                    + columns + ")");
                }
            }
        }
    }

    private static boolean isIndexed(LintedRevision revision, Constraints.On on) {
        Relation table = revision.after().relation(on.table());
        List<String> columns = on.constraint().columns();
        return table == null
                || table.indexes().stream()
                        .anyMatch(index -> index.columns().size() >= columns.size()
                                && index.columns().subList(0, columns.size()).containsAll(columns));
    }
}
