package dev.migrate.lint.rule;

import java.util.ArrayList;
import java.util.List;

import dev.migrate.lint.statement.ConstraintSpec;
import dev.migrate.lint.statement.Ddl;
import dev.migrate.lint.statement.TableAction;
import dev.migrate.schema.ObjectName;

/** Finds the constraints that a statement adds, to new tables and to old ones, alone and behind columns. */
final class Constraints {

    /** A constraint and its table. */
    record On(ObjectName table, ConstraintSpec constraint) {}

    private Constraints() {}

    static List<On> added(Ddl ddl) {
        List<On> added = new ArrayList<>();
        if (ddl instanceof Ddl.CreateTable create) {
            create.constraints().forEach(constraint -> added.add(new On(create.table(), constraint)));
        } else if (ddl instanceof Ddl.AlterTable alter) {
            for (TableAction action : alter.actions()) {
                if (action instanceof TableAction.AddConstraint add) {
                    added.add(new On(alter.table(), add.constraint()));
                } else if (action instanceof TableAction.AddColumn add) {
                    add.column().constraints().forEach(constraint -> added.add(new On(alter.table(), constraint)));
                }
            }
        }
        return added;
    }
}
