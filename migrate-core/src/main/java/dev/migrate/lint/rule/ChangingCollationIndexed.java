package dev.migrate.lint.rule;

import dev.migrate.lint.effect.Relation;
import dev.migrate.lint.statement.TableAction;
import dev.migrate.schema.ObjectName;

/** Another collation builds the indexes over the column anew while nobody else can use the table. */
final class ChangingCollationIndexed implements LintRule {

    @Override
    public RuleInfo info() {
        return RuleInfo.error(
                "changing-collation-indexed",
                "Another collation builds the indexes over the column anew while nobody else can use the table.");
    }

    @Override
    public void look(LintedStatement statement, Findings findings) {
        for (TableAction.SetType type : statement.actions(TableAction.SetType.class)) {
            ObjectName table = statement.table();
            if (!statement.isBusy(table)) {
                continue;
            }
            Relation known = statement.relation(table);
            boolean indexed = known != null
                    && known.indexes().stream()
                            .anyMatch(index -> index.columns().contains(type.column()));
            if (type.collation() != null && indexed) {
                findings.add(
                        "ACCESS EXCLUSIVE on " + table + " until its indexes over " + type.column() + " are built anew",
                        Recipes.otherColumn(table, type.column(), type.type()));
            }
        }
    }
}
