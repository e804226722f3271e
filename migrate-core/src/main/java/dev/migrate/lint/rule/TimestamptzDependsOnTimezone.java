package dev.migrate.lint.rule;

import dev.migrate.lint.effect.TypeCost;

/** timestamp and timestamptz are stored alike only for a session in UTC; elsewhere the table is written anew. */
final class TimestamptzDependsOnTimezone implements LintRule {

    @Override
    public RuleInfo info() {
        return RuleInfo.warning(
                "timestamptz-depends-on-timezone",
                "timestamp and timestamptz are stored alike only for a session in UTC; elsewhere the table is written anew.");
    }

    @Override
    public void look(LintedStatement statement, Findings findings) {
        for (TypeChange change : TypeChange.of(statement)) {
            if (change.cost() == TypeCost.NOTHING_IN_UTC && !statement.world().isUtc()) {
                findings.add(
                        "Unless the session works in UTC, " + change.table()
                                + " is written anew, and every value is taken for local time",
                        "SET LOCAL TIME ZONE 'UTC'",
                        statement.source().sql());
            }
        }
    }
}
