package dev.migrate.lint.rule;

/** A statement outside of a transaction cannot be told to be done after an interruption. */
final class PreferRobustStatements implements LintRule {

    @Override
    public RuleInfo info() {
        return RuleInfo.warning(
                "prefer-robust-stmts",
                "A statement outside of a transaction cannot be told to be done after an interruption.");
    }

    @Override
    public void look(LintedStatement statement, Findings findings) {
        if (!statement.surroundings().transaction() && !Robust.canBeLookedUp(statement)) {
            findings.add(
                    "After an interruption nobody can tell whether it is done: `migrate resolve` will ask a person");
        }
    }
}
