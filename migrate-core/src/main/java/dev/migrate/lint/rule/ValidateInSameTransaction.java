package dev.migrate.lint.rule;

import dev.migrate.lint.statement.TableAction;

/** VALIDATE in the transaction that added the constraint keeps the strong lock while it reads. */
final class ValidateInSameTransaction implements LintRule {

    @Override
    public RuleInfo info() {
        return RuleInfo.error(
                "validate-in-same-transaction",
                "VALIDATE in the transaction that added the constraint keeps the strong lock while it reads.");
    }

    @Override
    public void look(LintedStatement statement, Findings findings) {
        if (!statement.surroundings().transaction()) {
            return;
        }
        for (TableAction.ValidateConstraint validate : statement.actions(TableAction.ValidateConstraint.class)) {
            for (LintedStatement before : statement.earlier()) {
                boolean adds = before.actions(TableAction.AddConstraint.class).stream()
                        .anyMatch(add -> validate.name().equals(add.constraint().name()));
                if (adds && before.table().equals(statement.table()) && statement.isBusy(statement.table())) {
                    findings.add(
                            "The lock of ADD CONSTRAINT on " + statement.table()
                                    + " is held until the end of the transaction, while the whole table is read",
                            "-- in a revision of its own",
                            statement.source().sql());
                }
            }
        }
    }
}
