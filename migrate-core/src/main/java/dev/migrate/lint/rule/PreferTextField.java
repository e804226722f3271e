package dev.migrate.lint.rule;

/** A varchar that turns out too short needs a revision; a check over text can be changed without a rewrite. */
final class PreferTextField implements LintRule {

    @Override
    public RuleInfo info() {
        return RuleInfo.optional(
                "prefer-text-field",
                "A varchar that turns out too short needs a revision; a check over text can be changed without a rewrite.");
    }

    @Override
    public void look(LintedStatement statement, Findings findings) {
        for (Columns.On on : Columns.added(statement.ddl())) {
            if (on.column().type().is("varchar")
                    && !on.column().type().arguments().isEmpty()) {
                findings.add("text with a check says the same of " + on.table() + "."
                        + on.column().name() + " and can be made shorter without a rewrite");
            }
        }
    }
}
