package dev.migrate.lint.rule;

import dev.migrate.lint.statement.Sql;
import dev.migrate.lint.statement.TableAction;

/** Without autovacuum a table grows until its transaction ids run out. */
final class AutovacuumOff implements LintRule {

    @Override
    public RuleInfo info() {
        return RuleInfo.warning(
                "autovacuum-off", "Without autovacuum a table grows until its transaction ids run out.");
    }

    @Override
    public void look(LintedStatement statement, Findings findings) {
        for (TableAction.Change change : statement.actions(TableAction.Change.class)) {
            boolean off = change.kind() == TableAction.Kind.OPTIONS
                    && (change.text().contains("autovacuum_enabled = false")
                            || change.text().contains("autovacuum_enabled = off")
                            || change.text().contains("autovacuum_enabled = '"));
            if (off) {
                findings.add(
                        "Dead rows of " + statement.table() + " are never cleaned away",
                        "ALTER TABLE " + Sql.quote(statement.table()) + " SET (autovacuum_vacuum_scale_factor = 0.01)");
            }
        }
    }
}
