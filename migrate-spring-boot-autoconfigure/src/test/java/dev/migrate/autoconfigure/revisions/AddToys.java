package dev.migrate.autoconfigure.revisions;

import org.springframework.core.env.Environment;

import dev.migrate.operation.Operations;
import dev.migrate.script.JavaRevision;
import dev.migrate.script.RevisionHeader;

import static dev.migrate.schema.Types.text;

/** Has something injected. */
@RevisionHeader(id = "cccc33333333", revises = "bbbb22222222", message = "Create toys", description = "For the pets.")
public class AddToys implements JavaRevision {

    private final String table;

    AddToys(Environment environment) {
        this.table = environment.getProperty("toys.table", "toys");
    }

    @Override
    public void upgrade(Operations op) {
        op.createTable(table, t -> t.column("name", text()));
    }
}
