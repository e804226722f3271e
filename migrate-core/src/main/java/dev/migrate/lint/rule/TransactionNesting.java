package dev.migrate.lint.rule;

import dev.migrate.lint.statement.Ddl;

/** The run opens transactions itself. */
final class TransactionNesting implements LintRule {

    @Override
    public RuleInfo info() {
        return RuleInfo.error("transaction-nesting", "The run opens transactions itself.");
    }

    @Override
    public void look(LintedStatement statement, Findings findings) {
        if (statement.ddl() instanceof Ddl.TransactionControl control
                && (control.what().startsWith("BEGIN") || control.what().startsWith("START TRANSACTION"))) {
            findings.add("The run has opened a transaction already: what comes before would be committed with it");
        }
    }
}
