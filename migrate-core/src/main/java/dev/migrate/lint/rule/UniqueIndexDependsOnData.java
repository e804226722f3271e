package dev.migrate.lint.rule;

import dev.migrate.lint.statement.ConstraintSpec;
import dev.migrate.lint.statement.Ddl;
import dev.migrate.lint.statement.TableAction;

/** A unique index over existing rows fails if two of them are equal. */
final class UniqueIndexDependsOnData implements LintRule {

    @Override
    public RuleInfo info() {
        return RuleInfo.warning(
                "add-unique-index-data-dependent", "A unique index over existing rows fails if two of them are equal.");
    }

    @Override
    public void look(LintedStatement statement, Findings findings) {
        if (statement.ddl() instanceof Ddl.CreateIndex index
                && index.traits().unique()
                && !statement.isNew(index.table())) {
            findings.add(
                    "It fails if rows of " + index.table()
                            + " are equal already, and leaves an invalid index if it is concurrent",
                    Recipes.duplicates(index.table(), index.columns()));
        }
        for (TableAction.AddConstraint add : statement.actions(TableAction.AddConstraint.class)) {
            boolean unique = add.constraint().kind() == ConstraintSpec.Kind.UNIQUE
                    && add.constraint().index() == null;
            if (unique && !statement.isNew(statement.table())) {
                findings.add(
                        "It fails if rows of " + statement.table() + " are equal already",
                        Recipes.duplicates(statement.table(), add.constraint().columns()));
            }
        }
    }
}
