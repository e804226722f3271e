package dev.migrate.lint.rule;

/** timestamp forgets in which zone it was meant. */
final class PreferTimestamptz implements LintRule {

    @Override
    public RuleInfo info() {
        return RuleInfo.optional("prefer-timestamptz", "timestamp forgets in which zone it was meant.");
    }

    @Override
    public void look(LintedStatement statement, Findings findings) {
        for (Columns.On on : Columns.added(statement.ddl())) {
            if (on.column().type().is("timestamp")) {
                findings.add(on.table() + "." + on.column().name()
                        + " means another moment in every time zone: timestamptz means one");
            }
        }
    }
}
