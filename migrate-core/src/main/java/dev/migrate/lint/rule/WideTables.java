package dev.migrate.lint.rule;

import dev.migrate.lint.statement.Ddl;

/** A table has too many columns. */
final class WideTables implements LintRule {

    @Override
    public RuleInfo info() {
        return RuleInfo.optional("wide-tables", "A table has too many columns.");
    }

    @Override
    public void look(LintedStatement statement, Findings findings) {
        if (statement.ddl() instanceof Ddl.CreateTable create
                && create.columns().size()
                        > statement.surroundings().thresholds().wideTable()) {
            findings.add(
                    create.table() + " has " + create.columns().size() + " columns: every change writes all of them");
        }
    }
}
