package dev.migrate.lint.rule;

import dev.migrate.lint.effect.LockMode;
import dev.migrate.lint.statement.Ddl;
import dev.migrate.schema.ObjectName;

/** Rows are changed in the transaction that has locked their table. */
final class DdlAndBackfillTogether implements LintRule {

    @Override
    public RuleInfo info() {
        return RuleInfo.error(
                "ddl-and-backfill-together", "Rows are changed in the transaction that has locked their table.");
    }

    @Override
    public void look(LintedStatement statement, Findings findings) {
        if (!(statement.ddl() instanceof Ddl.Rows rows)
                || !statement.surroundings().transaction()
                || rows.verb().equals("INSERT")) {
            return;
        }
        ObjectName table = rows.table();
        if (table == null || !statement.isBusy(table)) {
            return;
        }
        for (LintedStatement before : statement.earlier()) {
            if (before.effect().lock(table) == LockMode.ACCESS_EXCLUSIVE) {
                findings.add(
                        "Nobody reads or writes " + table + " while its rows are changed: " + before.source()
                                + " has locked it until the end of the transaction",
                        "-- in a revision of its own, better a backfill",
                        statement.source().sql());
                return;
            }
        }
    }
}
