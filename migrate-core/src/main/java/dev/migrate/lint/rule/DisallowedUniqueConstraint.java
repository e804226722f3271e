package dev.migrate.lint.rule;

import dev.migrate.lint.statement.ConstraintSpec;
import dev.migrate.lint.statement.TableAction;
import dev.migrate.schema.ObjectName;

/** ADD UNIQUE builds its index while nobody else can use the table. */
final class DisallowedUniqueConstraint implements LintRule {

    @Override
    public RuleInfo info() {
        return RuleInfo.error(
                "disallowed-unique-constraint", "ADD UNIQUE builds its index while nobody else can use the table.");
    }

    @Override
    public void look(LintedStatement statement, Findings findings) {
        for (TableAction.AddConstraint add : statement.actions(TableAction.AddConstraint.class)) {
            ConstraintSpec constraint = add.constraint();
            ObjectName table = statement.table();
            if (constraint.kind() == ConstraintSpec.Kind.UNIQUE
                    && constraint.index() == null
                    && statement.isBusy(table)) {
                findings.add(statement.cost(table), Recipes.throughIndex(table, constraint, "UNIQUE"));
            }
        }
        for (TableAction.AddColumn add : statement.actions(TableAction.AddColumn.class)) {
            if (add.column().has(ConstraintSpec.Kind.UNIQUE) && statement.isBusy(statement.table())) {
                findings.add(
                        statement.cost(statement.table()),
                        "-- add the column alone, then its index with CREATE UNIQUE INDEX CONCURRENTLY");
            }
        }
    }
}
