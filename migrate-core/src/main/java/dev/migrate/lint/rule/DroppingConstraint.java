package dev.migrate.lint.rule;

import dev.migrate.lint.statement.TableAction;

/** Without the constraint, rows may come in that running versions do not expect. */
final class DroppingConstraint implements LintRule {

    @Override
    public RuleInfo info() {
        return RuleInfo.warning(
                "dropping-constraint", "Without the constraint, rows may come in that running versions do not expect.");
    }

    @Override
    public void look(LintedStatement statement, Findings findings) {
        for (TableAction.DropConstraint drop : statement.actions(TableAction.DropConstraint.class)) {
            if (statement.isInUse(statement.table())) {
                findings.add("Rows may come into " + statement.table() + " that " + drop.name()
                        + " has kept out; to make it again, all rows are looked at");
            }
        }
    }
}
