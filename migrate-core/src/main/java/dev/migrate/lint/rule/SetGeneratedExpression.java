package dev.migrate.lint.rule;

import dev.migrate.lint.statement.Sql;
import dev.migrate.lint.statement.TableAction;

/** Another expression of a generated column writes the table anew. */
final class SetGeneratedExpression implements LintRule {

    @Override
    public RuleInfo info() {
        return RuleInfo.error(
                "set-generated-expression", "Another expression of a generated column writes the table anew.");
    }

    @Override
    public void look(LintedStatement statement, Findings findings) {
        for (TableAction.SetExpression set : statement.actions(TableAction.SetExpression.class)) {
            String refused = statement.effect().refused();
            if (refused != null) {
                findings.add(refused);
            } else if (statement.isBusy(statement.table())) {
                findings.add(
                        statement.cost(statement.table()),
                        "-- add a column with the new expression, let readers of " + Sql.quote(set.column())
                                + " move to it, and drop the old one");
            }
        }
    }
}
