package dev.migrate.lint.rule;

import dev.migrate.lint.statement.ConstraintSpec;
import dev.migrate.lint.statement.TableAction;
import dev.migrate.schema.ObjectName;

/** ADD PRIMARY KEY builds its index, and looks for nulls, while nobody else can use the table. */
final class AddingPrimaryKey implements LintRule {

    @Override
    public RuleInfo info() {
        return RuleInfo.error(
                "adding-primary-key",
                "ADD PRIMARY KEY builds its index, and looks for nulls, while nobody else can use the table.");
    }

    @Override
    public void look(LintedStatement statement, Findings findings) {
        for (TableAction.AddConstraint add : statement.actions(TableAction.AddConstraint.class)) {
            ConstraintSpec constraint = add.constraint();
            ObjectName table = statement.table();
            if (constraint.kind() == ConstraintSpec.Kind.PRIMARY_KEY
                    && constraint.index() == null
                    && statement.isBusy(table)) {
                findings.add(statement.cost(table), Recipes.throughIndex(table, constraint, "PRIMARY KEY"));
            }
        }
    }
}
