package dev.migrate.lint.rule;

import dev.migrate.lint.statement.ConstraintSpec;
import dev.migrate.lint.statement.TableAction;
import dev.migrate.schema.ObjectName;

/** SET NOT NULL reads the whole table while nobody else can. */
final class AddingNotNullableField implements LintRule {

    @Override
    public RuleInfo info() {
        return RuleInfo.error("adding-not-nullable-field", "SET NOT NULL reads the whole table while nobody else can.");
    }

    @Override
    public void look(LintedStatement statement, Findings findings) {
        for (TableAction.SetNotNull notNull : statement.actions(TableAction.SetNotNull.class)) {
            ObjectName table = statement.table();
            if (statement.effect().scans(table) && statement.isBusy(table)) {
                findings.add(statement.cost(table), Recipes.notNull(table, notNull.column(), statement.version()));
            }
        }
        for (TableAction.AddConstraint add : statement.actions(TableAction.AddConstraint.class)) {
            boolean later = add.constraint().validity() != ConstraintSpec.Validity.VALID;
            ObjectName table = statement.table();
            if (add.constraint().kind() == ConstraintSpec.Kind.NOT_NULL && !later && statement.isBusy(table)) {
                String column = add.constraint().columns().get(0);
                findings.add(statement.cost(table), Recipes.notNull(table, column, statement.version()));
            }
        }
    }
}
