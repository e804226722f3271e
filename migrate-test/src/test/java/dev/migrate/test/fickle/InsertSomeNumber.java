package dev.migrate.test.fickle;

import dev.migrate.operation.Operations;
import dev.migrate.script.JavaRevision;
import dev.migrate.script.RevisionHeader;

@RevisionHeader(id = "some_number", message = "Insert some number")
public class InsertSomeNumber implements JavaRevision {

    @Override
    public void upgrade(Operations op) {
        op.execute("CREATE TABLE numbers AS SELECT " + System.nanoTime() + " AS number");
    }

    @Override
    public void downgrade(Operations op) {
        op.execute("DROP TABLE numbers");
    }
}
