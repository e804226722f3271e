package dev.migrate.lint.rule;

import dev.migrate.lint.effect.Effect;
import dev.migrate.lint.effect.LockMode;
import dev.migrate.lint.effect.World;
import dev.migrate.lint.statement.Ddl;
import dev.migrate.schema.ObjectName;

/** A statement that takes long runs while an earlier one still keeps everybody out of a table. */
final class StatementsAfterAccessExclusive implements LintRule {

    @Override
    public RuleInfo info() {
        return RuleInfo.warning(
                "statements-after-access-exclusive",
                "A statement that takes long runs while an earlier one still keeps everybody out of a table.");
    }

    @Override
    public void look(LintedStatement statement, Findings findings) {
        Effect effect = statement.effect();
        boolean takesLong = !effect.scans().isEmpty() || !effect.rewrites().isEmpty();
        if (!statement.surroundings().transaction() || !takesLong) {
            return;
        }
        for (LintedStatement before : statement.earlier()) {
            for (ObjectName table : before.effect().locks().keySet()) {
                boolean locked = before.effect().lock(table) == LockMode.ACCESS_EXCLUSIVE && before.isBusy(table);
                boolean same = effect.lock(table) == LockMode.ACCESS_EXCLUSIVE || isChanged(statement, table);
                if (locked && !same && statement.effect().scans().stream().anyMatch(statement::isBusy)) {
                    findings.add(
                            "Nobody reads or writes " + table + " meanwhile: " + before.source()
                                    + " has locked it until the end of the transaction",
                            "-- in a revision of its own");
                    return;
                }
            }
        }
    }

    /** Another rule is about rows that are changed behind a change of their table. */
    private static boolean isChanged(LintedStatement statement, ObjectName table) {
        return statement.ddl() instanceof Ddl.Rows rows
                && rows.table() != null
                && World.key(rows.table()).equals(table);
    }
}
