package dev.migrate.lint.rule;

import dev.migrate.lint.statement.Ddl;

/** The run ends transactions itself. */
final class BanUncommittedTransaction implements LintRule {

    @Override
    public RuleInfo info() {
        return RuleInfo.error("ban-uncommitted-transaction", "The run ends transactions itself.");
    }

    @Override
    public void look(LintedStatement statement, Findings findings) {
        if (statement.ddl() instanceof Ddl.TransactionControl control) {
            String what = control.what();
            boolean ends = what.startsWith("COMMIT")
                    || what.startsWith("END")
                    || what.startsWith("ABORT")
                    || (what.startsWith("ROLLBACK") && !what.contains(" TO"));
            if (ends) {
                findings.add(
                        "What was done so far is ended without the version table: a crash behind it runs the revision twice");
            }
        }
    }
}
