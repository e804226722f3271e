package dev.migrate.lint.rule;

import dev.migrate.lint.effect.TypeCost;

/** Another type writes the table anew unless its values are stored alike. */
final class ChangingColumnType implements LintRule {

    @Override
    public RuleInfo info() {
        return RuleInfo.error(
                "changing-column-type", "Another type writes the table anew unless its values are stored alike.");
    }

    @Override
    public void look(LintedStatement statement, Findings findings) {
        for (TypeChange change : TypeChange.of(statement)) {
            if (change.cost() == TypeCost.REWRITE) {
                String unless = change.before() == null ? ", unless it is stored like the type that it has" : "";
                findings.add(statement.cost(change.table()) + unless, change.otherColumn());
            }
        }
    }
}
