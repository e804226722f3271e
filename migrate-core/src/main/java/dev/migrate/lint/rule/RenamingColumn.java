package dev.migrate.lint.rule;

import dev.migrate.lint.statement.Sql;
import dev.migrate.lint.statement.TableAction;

/** A renamed column breaks the running version. */
final class RenamingColumn implements LintRule {

    @Override
    public RuleInfo info() {
        return RuleInfo.error("renaming-column", "A renamed column breaks the running version.");
    }

    @Override
    public void look(LintedStatement statement, Findings findings) {
        for (TableAction.RenameColumn rename : statement.actions(TableAction.RenameColumn.class)) {
            if (statement.isInUse(statement.table())) {
                String table = Sql.quote(statement.table());
                findings.add(
                        "Versions that say " + rename.column() + " fail until they are gone",
                        "ALTER TABLE " + table + " ADD COLUMN " + Sql.quote(rename.to()) + " …",
                        "-- keep both alike by a trigger, fill the new one by a backfill, let the application read it, then, in a"
                                + " revision with `labels: contract.NAME`",
                        "ALTER TABLE " + table + " DROP COLUMN " + Sql.quote(rename.column()));
            }
        }
    }
}
