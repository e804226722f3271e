package dev.migrate.lint.rule;

/** char pads its values with blanks. */
final class BanCharField implements LintRule {

    @Override
    public RuleInfo info() {
        return RuleInfo.optional("ban-char-field", "char pads its values with blanks.");
    }

    @Override
    public void look(LintedStatement statement, Findings findings) {
        for (Columns.On on : Columns.added(statement.ddl())) {
            if (on.column().type().is("char")) {
                findings.add(on.table() + "." + on.column().name() + " is padded with blanks: text is not");
            }
        }
    }
}
