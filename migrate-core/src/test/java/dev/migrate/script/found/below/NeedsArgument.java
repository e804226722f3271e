package dev.migrate.script.found.below;

import dev.migrate.operation.Operations;
import dev.migrate.script.JavaRevision;
import dev.migrate.script.RevisionHeader;

/** Can only be made by somebody who has a table's name. */
@RevisionHeader(id = "f4", message = "Needs an argument", irreversible = "no")
class NeedsArgument implements JavaRevision {

    private final String table;

    NeedsArgument(String table) {
        this.table = table;
    }

    @Override
    public void upgrade(Operations op) {
        op.dropTable(table);
    }
}
