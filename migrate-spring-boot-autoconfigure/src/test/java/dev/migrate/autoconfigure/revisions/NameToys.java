package dev.migrate.autoconfigure.revisions;

import dev.migrate.operation.Operations;
import dev.migrate.script.JavaRevision;
import dev.migrate.script.RevisionHeader;

/** Has Java code. */
@RevisionHeader(id = "dddd44444444", revises = "cccc33333333", message = "Name toys")
public class NameToys implements JavaRevision {

    @Override
    public void upgrade(Operations op) {
        op.run(jdbc -> jdbc.sql("INSERT INTO toys VALUES (?), (?)")
                .params("ball", "bone")
                .update());
    }

    @Override
    public void downgrade(Operations op) {
        op.execute("DELETE FROM toys");
    }
}
