package dev.migrate.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

import dev.migrate.dialect.Finding.Answer;
import dev.migrate.operation.Interruptible.PartitionDetach;

/** How far an {@code ALTER TABLE … DETACH PARTITION … CONCURRENTLY} came. */
final class PostgresPartitionDetach extends PostgresProbe {

    private final PartitionDetach detach;

    PostgresPartitionDetach(PartitionDetach detach) {
        this.detach = detach;
    }

    @Override
    public Finding look(Connection connection) throws SQLException {
        List<String> found = rows(connection, """
                SELECT coalesce(h.inhdetachpending::text, 'none'), t.oid IS NULL OR p.oid IS NULL
                  FROM (SELECT %s AS oid) t CROSS JOIN (SELECT %s AS oid) p
                  LEFT JOIN pg_catalog.pg_inherits h ON h.inhparent = t.oid AND h.inhrelid = p.oid""".formatted(relation(detach.table()), relation(detach.partition())))
                .get(0);
        if (found.get(1).equals("t")) {
            return Finding.of(Answer.NOT_DONE);
        }
        return switch (found.get(0)) {
            case "none" -> Finding.of(Answer.DONE);
            case "true" ->
                new Finding(
                        Answer.HALF_DONE,
                        "the partition " + detach.partition() + " is half detached from " + detach.table(),
                        List.of("ALTER TABLE " + quote(detach.table()) + " DETACH PARTITION "
                                + quote(detach.partition()) + " FINALIZE"),
                        List.of());
            default -> Finding.of(Answer.NOT_DONE);
        };
    }

    @Override
    public boolean holds(Connection connection) throws SQLException {
        return look(connection).answer() == Answer.DONE;
    }
}
