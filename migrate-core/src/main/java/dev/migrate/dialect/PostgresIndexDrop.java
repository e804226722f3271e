package dev.migrate.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

import dev.migrate.dialect.Finding.Answer;
import dev.migrate.operation.Interruptible.IndexDrop;

/** How far a {@code DROP INDEX CONCURRENTLY} came: it may be run until the index is gone. */
final class PostgresIndexDrop extends PostgresProbe {

    private final IndexDrop drop;

    PostgresIndexDrop(IndexDrop drop) {
        this.drop = drop;
    }

    @Override
    public Finding look(Connection connection) throws SQLException {
        return Finding.of(holds(connection) ? Answer.DONE : Answer.NOT_DONE);
    }

    @Override
    public boolean holds(Connection connection) throws SQLException {
        return rows(connection, "SELECT " + relation(drop.index()) + " IS NULL").contains(List.of("t"));
    }
}
