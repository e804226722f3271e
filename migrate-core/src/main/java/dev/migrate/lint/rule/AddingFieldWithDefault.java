package dev.migrate.lint.rule;

import dev.migrate.lint.effect.Volatility;
import dev.migrate.lint.statement.ColumnSpec;
import dev.migrate.lint.statement.Expression;
import dev.migrate.lint.statement.TableAction;

/** A default that differs from row to row makes a new column a rewrite of the table. */
final class AddingFieldWithDefault implements LintRule {

    @Override
    public RuleInfo info() {
        return RuleInfo.error(
                "adding-field-with-default",
                "A default that differs from row to row makes a new column a rewrite of the table.");
    }

    @Override
    public void look(LintedStatement statement, Findings findings) {
        for (TableAction.AddColumn add : statement.actions(TableAction.AddColumn.class)) {
            Expression value = add.column().defaultValue();
            boolean plain = add.column().source() == ColumnSpec.Source.PLAIN;
            if (value == null || !plain || !statement.isBusy(statement.table())) {
                continue;
            }
            Volatility volatility = Volatility.of(value);
            if (volatility != Volatility.STABLE) {
                String unless =
                        volatility == Volatility.UNKNOWN ? ", unless the function is declared STABLE or IMMUTABLE" : "";
                findings.add(
                        statement.cost(statement.table()) + unless,
                        Recipes.columnThenDefault(statement.table(), add.column(), value));
            }
        }
    }
}
