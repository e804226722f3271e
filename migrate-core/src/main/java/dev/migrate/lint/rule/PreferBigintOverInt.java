package dev.migrate.lint.rule;

/** An integer runs out at two thousand million, and making it wider writes the table anew. */
final class PreferBigintOverInt implements LintRule {

    @Override
    public RuleInfo info() {
        return RuleInfo.optional(
                "prefer-bigint-over-int",
                "An integer runs out at two thousand million, and making it wider writes the table anew.");
    }

    @Override
    public void look(LintedStatement statement, Findings findings) {
        for (Columns.On on : Columns.added(statement.ddl())) {
            if (on.column().type().is("integer") || on.column().type().is("serial")) {
                findings.add(on.table() + "." + on.column().name() + " ends at 2147483647: bigint never does");
            }
        }
    }
}
