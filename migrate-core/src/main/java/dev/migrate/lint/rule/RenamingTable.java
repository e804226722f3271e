package dev.migrate.lint.rule;

import dev.migrate.lint.statement.Sql;
import dev.migrate.lint.statement.TableAction;

/** A renamed table breaks the running version. */
final class RenamingTable implements LintRule {

    @Override
    public RuleInfo info() {
        return RuleInfo.error("renaming-table", "A renamed table breaks the running version.");
    }

    @Override
    public void look(LintedStatement statement, Findings findings) {
        for (TableAction.RenameTable rename : statement.actions(TableAction.RenameTable.class)) {
            if (statement.isInUse(statement.table())) {
                findings.add(
                        "Versions that say " + statement.table() + " fail until they are gone",
                        statement.source().sql(),
                        "CREATE VIEW " + Sql.quote(statement.table()) + " AS SELECT * FROM "
                                + Sql.quote(statement.table().sibling(rename.to())),
                        "-- in the same revision; drop the view in one with `labels: contract.NAME`");
            }
        }
        for (TableAction.SetSchema move : statement.actions(TableAction.SetSchema.class)) {
            if (statement.isInUse(statement.table())) {
                findings.add("Versions that look for " + statement.table() + " where it was fail: it moves to "
                        + move.schema());
            }
        }
    }
}
