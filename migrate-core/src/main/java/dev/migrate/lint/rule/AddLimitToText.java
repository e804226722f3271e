package dev.migrate.lint.rule;

/** text takes values of any length. */
final class AddLimitToText implements LintRule {

    @Override
    public RuleInfo info() {
        return RuleInfo.optional("add-limit-to-text", "text takes values of any length.");
    }

    @Override
    public void look(LintedStatement statement, Findings findings) {
        for (Columns.On on : Columns.added(statement.ddl())) {
            if (on.column().type().is("text")) {
                findings.add(on.table() + "." + on.column().name() + " takes up to one gigabyte: a check limits it");
            }
        }
    }
}
