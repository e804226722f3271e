package dev.migrate.lint.rule;

import dev.migrate.lint.statement.ConstraintSpec;
import dev.migrate.lint.statement.TableAction;
import dev.migrate.schema.ObjectName;

/** An exclusion constraint can only be added while nobody else can use the table. */
final class AddingExclusionConstraint implements LintRule {

    @Override
    public RuleInfo info() {
        return RuleInfo.error(
                "adding-exclusion-constraint",
                "An exclusion constraint can only be added while nobody else can use the table.");
    }

    @Override
    public void look(LintedStatement statement, Findings findings) {
        for (TableAction.AddConstraint add : statement.actions(TableAction.AddConstraint.class)) {
            ConstraintSpec constraint = add.constraint();
            ObjectName table = statement.table();
            if (constraint.kind() == ConstraintSpec.Kind.EXCLUDE && statement.isBusy(table)) {
                findings.add(
                        statement.cost(table) + "; PostgreSQL has no other way",
                        "-- create a new table with the constraint and move the rows, or wait for a quiet hour");
            }
        }
    }
}
