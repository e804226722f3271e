package dev.migrate.lint.rule;

/** A smallint runs out at thirty-two thousand. */
final class PreferBigintOverSmallint implements LintRule {

    @Override
    public RuleInfo info() {
        return RuleInfo.optional("prefer-bigint-over-smallint", "A smallint runs out at thirty-two thousand.");
    }

    @Override
    public void look(LintedStatement statement, Findings findings) {
        for (Columns.On on : Columns.added(statement.ddl())) {
            if (on.column().type().is("smallint") || on.column().type().is("smallserial")) {
                findings.add(on.table() + "." + on.column().name() + " ends at 32767: bigint never does");
            }
        }
    }
}
