package dev.migrate.lint.rule;

import dev.migrate.lint.statement.ConstraintSpec;
import dev.migrate.lint.statement.TableAction;
import dev.migrate.schema.ObjectName;

/** PRIMARY KEY USING INDEX over a column that may be null reads the whole table while nobody else can use it. */
final class PrimaryKeyUsingNullableIndex implements LintRule {

    @Override
    public RuleInfo info() {
        return RuleInfo.error(
                "primary-key-using-nullable-index",
                "PRIMARY KEY USING INDEX over a column that may be null reads the whole table while nobody else can use it.");
    }

    @Override
    public void look(LintedStatement statement, Findings findings) {
        for (TableAction.AddConstraint add : statement.actions(TableAction.AddConstraint.class)) {
            ConstraintSpec constraint = add.constraint();
            ObjectName table = statement.table();
            if (constraint.kind() == ConstraintSpec.Kind.PRIMARY_KEY
                    && constraint.index() != null
                    && statement.effect().scans(table)
                    && statement.isBusy(table)) {
                findings.add(
                        statement.cost(table) + ", because a column of the index may be null",
                        "-- make its columns NOT NULL first, see adding-not-nullable-field",
                        statement.source().sql());
            }
        }
    }
}
