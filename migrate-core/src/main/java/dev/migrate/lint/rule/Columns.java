package dev.migrate.lint.rule;

import java.util.ArrayList;
import java.util.List;

import dev.migrate.lint.statement.ColumnSpec;
import dev.migrate.lint.statement.Ddl;
import dev.migrate.lint.statement.TableAction;
import dev.migrate.schema.ObjectName;

/** Finds the columns that a statement adds, to new tables and to old ones. */
final class Columns {

    /** A column and its table. */
    record On(ObjectName table, ColumnSpec column) {}

    private Columns() {}

    static List<On> added(Ddl ddl) {
        List<On> added = new ArrayList<>();
        if (ddl instanceof Ddl.CreateTable create) {
            create.columns().forEach(column -> added.add(new On(create.table(), column)));
        } else if (ddl instanceof Ddl.AlterTable alter) {
            for (TableAction action : alter.actions()) {
                if (action instanceof TableAction.AddColumn add) {
                    added.add(new On(alter.table(), add.column()));
                }
            }
        }
        return added;
    }
}
