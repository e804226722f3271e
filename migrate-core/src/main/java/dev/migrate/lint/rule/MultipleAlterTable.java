package dev.migrate.lint.rule;

import dev.migrate.lint.statement.Ddl;

/** Several ALTER TABLE of one table can be one. */
final class MultipleAlterTable implements LintRule {

    @Override
    public RuleInfo info() {
        return RuleInfo.optional("multiple-alter-table", "Several ALTER TABLE of one table can be one.");
    }

    @Override
    public void look(LintedStatement statement, Findings findings) {
        if (statement.ddl() instanceof Ddl.AlterTable alter
                && statement.earlier().stream()
                        .anyMatch(before -> before.ddl() instanceof Ddl.AlterTable other
                                && other.table().equals(alter.table()))) {
            findings.add("One ALTER TABLE " + alter.table() + " with commas reads or writes the table once");
        }
    }
}
