package dev.migrate.lint.rule;

import org.jspecify.annotations.Nullable;

import dev.migrate.lint.statement.ConstraintSpec;
import dev.migrate.lint.statement.TableAction;
import dev.migrate.schema.ObjectName;

/** A foreign key that is valid at once stops writers of both tables while it reads both. */
final class AddingForeignKey implements LintRule {

    @Override
    public RuleInfo info() {
        return RuleInfo.error(
                "adding-foreign-key-constraint",
                "A foreign key that is valid at once stops writers of both tables while it reads both.");
    }

    @Override
    public void look(LintedStatement statement, Findings findings) {
        for (TableAction.AddConstraint add : statement.actions(TableAction.AddConstraint.class)) {
            ConstraintSpec constraint = add.constraint();
            ObjectName table = statement.table();
            if (constraint.kind() == ConstraintSpec.Kind.FOREIGN_KEY
                    && constraint.validity() == ConstraintSpec.Validity.VALID
                    && isNoticed(statement, table, constraint.reference())) {
                findings.add(
                        "SHARE ROW EXCLUSIVE on both tables while they are read whole: nobody writes to them meanwhile",
                        Recipes.notValid(statement, constraint));
            }
        }
        for (TableAction.AddColumn add : statement.actions(TableAction.AddColumn.class)) {
            boolean filled = add.column().has(ConstraintSpec.Kind.FOREIGN_KEY)
                    && add.column().defaultValue() != null;
            if (filled && statement.isBusy(statement.table())) {
                findings.add(
                        statement.cost(statement.table()),
                        "-- add the column alone, then the foreign key with NOT VALID, and validate it in a later revision");
            }
        }
    }

    /** A new table with a foreign key locks the other one all the same, but has no rows to compare. */
    private static boolean isNoticed(
            LintedStatement statement, ObjectName table, ConstraintSpec.@Nullable Reference reference) {
        return statement.isBusy(table)
                || (reference != null && !statement.isNew(table) && statement.isBusy(reference.table()));
    }
}
