package dev.migrate.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

import dev.migrate.dialect.Finding.Answer;
import dev.migrate.operation.Interruptible.IndexBuild;
import dev.migrate.schema.Index.Uniqueness;

/** How far a {@code CREATE INDEX CONCURRENTLY} came. */
final class PostgresIndexBuild extends PostgresProbe {

    private final IndexBuild build;

    PostgresIndexBuild(IndexBuild build) {
        this.build = build;
    }

    @Override
    public boolean adoptable() {
        return true;
    }

    @Override
    public Finding look(Connection connection) throws SQLException {
        List<List<String>> found = rows(
                connection, """
                SELECT c.relkind, i.indisvalid AND i.indisready AND i.indislive, i.indrelid = t.oid,
                       pg_catalog.pg_get_indexdef(c.oid), i.indisunique, %s, pg_catalog.quote_ident(n.nspname), pg_catalog.quote_ident(t.relname),
                       pg_catalog.quote_ident(c.relname)
                  FROM pg_catalog.pg_class t
                  JOIN pg_catalog.pg_namespace n ON n.oid = t.relnamespace
                  JOIN pg_catalog.pg_class c ON c.relnamespace = t.relnamespace AND c.relname = %s::name
                  LEFT JOIN pg_catalog.pg_index i ON i.indexrelid = c.oid
                 WHERE t.oid = %s""".formatted(builder("t.oid", "c.oid"), literal(build.name()), relation(build.table())));
        if (found.isEmpty()) {
            return Finding.of(Answer.NOT_DONE);
        }
        List<String> index = found.get(0);
        if (!index.get(0).equals("i") || !index.get(2).equals("t")) {
            return different(
                    index.get(3).isEmpty() ? "no index" : index.get(3),
                    "INDEX ON " + index.get(6) + "." + index.get(7) + " " + build.definition());
        }
        if (!index.get(5).isEmpty()) {
            return new Finding(
                    Answer.RUNNING,
                    "pid " + index.get(5) + " is building the index " + build.name(),
                    List.of(),
                    List.of());
        }
        if (!index.get(1).equals("t")) {
            return new Finding(
                    Answer.DEBRIS,
                    "the index " + build.name() + " is left over from a build that did not finish",
                    List.of("DROP INDEX CONCURRENTLY " + index.get(6) + "."
                            + StandardSyntax.doubleQuoted(build.name())),
                    List.of());
        }
        return compare(connection, index);
    }

    @Override
    public boolean holds(Connection connection) throws SQLException {
        return rows(connection, """
                SELECT i.indisvalid AND i.indisready AND i.indislive
                  FROM pg_catalog.pg_class t
                  JOIN pg_catalog.pg_class c ON c.relnamespace = t.relnamespace AND c.relname = %s::name
                  JOIN pg_catalog.pg_index i ON i.indexrelid = c.oid
                 WHERE t.oid = %s""".formatted(literal(build.name()), relation(build.table())))
                .contains(List.of("t"));
    }

    private Finding compare(Connection connection, List<String> index) throws SQLException {
        boolean unique = build.uniqueness() != Uniqueness.NOT_UNIQUE;
        String begin = "CREATE " + (unique ? "UNIQUE " : "") + "INDEX " + index.get(8) + " ON " + index.get(6) + "."
                + index.get(7);
        try {
            String wanted = begin + behindTable(wanted(connection, index.get(6), index.get(7)));
            return index.get(4).equals(unique ? "t" : "f")
                            && behindTable(index.get(3)).equals(behindTable(wanted))
                    ? Finding.of(Answer.DONE)
                    : different(index.get(3), wanted);
        } catch (SQLException e) {
            DatabaseFailure failure = new PostgresFailures().explain(e);
            if (failure.kind() == DatabaseFailure.Kind.DISCONNECTED
                    || failure.kind() == DatabaseFailure.Kind.RETRYABLE) {
                throw e;
            }
            return different(
                    index.get(3),
                    begin + " " + build.definition() + ", which could not be tried out: " + failure.message());
        }
    }

    /** Only the server knows its own spelling, so the index is made on an empty copy of the table that is rolled back. */
    private String wanted(Connection connection, String schema, String table) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute("SET LOCAL lock_timeout = '2s'");
            statement.execute("CREATE TEMPORARY TABLE " + table + " (LIKE " + schema + "." + table + ")");
            String name = StandardSyntax.doubleQuoted(build.name());
            String kind = build.uniqueness() == Uniqueness.NOT_UNIQUE ? "INDEX " : "UNIQUE INDEX ";
            statement.execute("CREATE " + kind + name + " ON pg_temp." + table + " " + build.definition());
            return rows(connection, "SELECT pg_catalog.pg_get_indexdef(" + literal("pg_temp." + name) + "::regclass)")
                    .get(0)
                    .get(0);
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private static String behindTable(String definition) {
        return definition.substring(Math.max(definition.indexOf(" USING "), 0));
    }

    private Finding different(String there, String wanted) {
        return new Finding(
                Answer.DIFFERENT,
                "There is something else under the name of the index " + build.name(),
                List.of(),
                List.of("there: " + there, "wanted: " + wanted));
    }
}
