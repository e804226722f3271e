package dev.migrate.autoconfigure.broken;

import org.springframework.jdbc.core.simple.JdbcClient;

import dev.migrate.operation.Operations;
import dev.migrate.script.JavaRevision;
import dev.migrate.script.RevisionHeader;

/** Wants what waits for the migration. */
@RevisionHeader(id = "eeee55555555", message = "Needs the database")
public class NeedsTheDatabase implements JavaRevision {

    private final JdbcClient jdbc;

    NeedsTheDatabase(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void upgrade(Operations op) {
        op.execute("SELECT " + jdbc.sql("SELECT 1").query(Integer.class).single());
    }
}
