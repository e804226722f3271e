package dev.migrate.lint.rule;

import dev.migrate.lint.statement.ConstraintSpec;
import dev.migrate.lint.statement.TableAction;
import dev.migrate.schema.ObjectName;

/** A check that is valid at once reads the whole table while nobody else can use it. */
final class ConstraintMissingNotValid implements LintRule {

    @Override
    public RuleInfo info() {
        return RuleInfo.error(
                "constraint-missing-not-valid",
                "A check that is valid at once reads the whole table while nobody else can use it.");
    }

    @Override
    public void look(LintedStatement statement, Findings findings) {
        for (TableAction.AddConstraint add : statement.actions(TableAction.AddConstraint.class)) {
            ConstraintSpec constraint = add.constraint();
            ObjectName table = statement.table();
            if (constraint.kind() == ConstraintSpec.Kind.CHECK
                    && constraint.validity() == ConstraintSpec.Validity.VALID
                    && statement.isBusy(table)) {
                findings.add(statement.cost(table), Recipes.notValid(statement, constraint));
            }
        }
        for (TableAction.AddColumn add : statement.actions(TableAction.AddColumn.class)) {
            if (add.column().has(ConstraintSpec.Kind.CHECK) && statement.isBusy(statement.table())) {
                findings.add(
                        statement.cost(statement.table()),
                        "-- add the column alone, then the check with NOT VALID, and validate it in a later revision");
            }
        }
    }
}
