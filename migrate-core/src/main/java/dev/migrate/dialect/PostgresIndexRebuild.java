package dev.migrate.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

import dev.migrate.dialect.Finding.Answer;
import dev.migrate.operation.Interruptible.IndexRebuild;
import dev.migrate.schema.ObjectName;

/** What a {@code REINDEX … CONCURRENTLY} left: it may be run again once its leftovers are gone. */
final class PostgresIndexRebuild extends PostgresProbe {

    private final IndexRebuild rebuild;

    PostgresIndexRebuild(IndexRebuild rebuild) {
        this.rebuild = rebuild;
    }

    @Override
    public Finding look(Connection connection) throws SQLException {
        List<List<String>> leftovers = rows(connection, """
                WITH RECURSIVE named AS (%s), tables AS (
                    SELECT oid FROM named UNION SELECT h.inhrelid FROM pg_catalog.pg_inherits h JOIN tables t ON h.inhparent = t.oid),
                  all_tables AS (
                    SELECT oid FROM tables
                     UNION SELECT c.reltoastrelid FROM tables t JOIN pg_catalog.pg_class c ON c.oid = t.oid WHERE c.reltoastrelid <> 0)
                SELECT pg_catalog.format('%%I.%%I', n.nspname, c.relname), %s
                  FROM pg_catalog.pg_index i
                  JOIN all_tables t ON t.oid = i.indrelid
                  JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid
                  JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
                 WHERE NOT i.indisvalid AND c.relkind = 'i' AND c.relname ~ '_cc(new|old)[0-9]*$'
                 ORDER BY 1""".formatted(tables(), builder("i.indrelid", "i.indexrelid")));
        for (List<String> leftover : leftovers) {
            if (!leftover.get(1).isEmpty()) {
                return new Finding(
                        Answer.RUNNING, "pid " + leftover.get(1) + " is indexing the same table", List.of(), List.of());
            }
        }
        if (leftovers.isEmpty()) {
            return Finding.of(Answer.NOT_DONE);
        }
        List<String> names = leftovers.stream().map(row -> row.get(0)).toList();
        return new Finding(
                Answer.DEBRIS,
                "left over from a REINDEX CONCURRENTLY that did not finish: " + String.join(", ", names),
                names.stream().map(name -> "DROP INDEX CONCURRENTLY " + name).toList(),
                List.of());
    }

    @Override
    public boolean holds(Connection connection) throws SQLException {
        return look(connection).answer() != Answer.DEBRIS;
    }

    private String tables() {
        ObjectName name = rebuild.name();
        if (name == null) {
            return "SELECT oid FROM pg_catalog.pg_class WHERE relkind IN ('r', 'm')";
        }
        return switch (rebuild.scope()) {
            case INDEX -> "SELECT indrelid AS oid FROM pg_catalog.pg_index WHERE indexrelid = " + relation(name);
            case TABLE -> "SELECT " + relation(name) + "::oid AS oid";
            default ->
                "SELECT oid FROM pg_catalog.pg_class WHERE relkind IN ('r', 'm') AND relnamespace = "
                        + "pg_catalog.to_regnamespace(" + literal(quote(name)) + ")";
        };
    }
}
