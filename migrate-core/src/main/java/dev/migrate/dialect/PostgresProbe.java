package dev.migrate.dialect;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.migrate.operation.Interruptible;
import dev.migrate.schema.ObjectName;

/** What all looks into PostgreSQL's catalog have in common. */
abstract class PostgresProbe implements Probe {

    private static final PostgresLiterals LITERALS = new PostgresLiterals();

    /** Cut off in the middle, each of these statements leaves something behind. */
    private static final String NO_LIMITS =
            "SELECT set_config('lock_timeout', '0', false), set_config('statement_timeout', '0', false)";

    private static final String OLD_TRANSACTIONS = """
            SELECT 'pid ' || a.pid || ' (' || concat_ws(', ', a.usename, nullif(a.application_name, '')) || '), '
                   || coalesce(a.state, 'active') || ', in a transaction for '
                   || floor(extract(epoch FROM clock_timestamp() - a.xact_start)) || ' s'
              FROM pg_catalog.pg_stat_activity a
             WHERE a.datname = current_database() AND a.pid <> pg_catalog.pg_backend_pid()
               AND a.backend_type = 'client backend' AND a.xact_start < clock_timestamp() - interval '1 second'
             UNION ALL
            SELECT 'prepared transaction ' || p.gid || ' (' || p.owner || '), for '
                   || floor(extract(epoch FROM clock_timestamp() - p.prepared)) || ' s'
              FROM pg_catalog.pg_prepared_xacts p WHERE p.database = current_database()""";

    /** Returns the probe for a statement, or {@code null} where the catalog has nothing to look at. */
    static @Nullable Probe of(Interruptible statement) {
        if (statement instanceof Interruptible.IndexBuild build) {
            return new PostgresIndexBuild(build);
        }
        if (statement instanceof Interruptible.IndexDrop drop) {
            return new PostgresIndexDrop(drop);
        }
        if (statement instanceof Interruptible.IndexRebuild rebuild) {
            return new PostgresIndexRebuild(rebuild);
        }
        return statement instanceof Interruptible.PartitionDetach detach ? new PostgresPartitionDetach(detach) : null;
    }

    @Override
    public List<String> prepare(Connection connection) throws SQLException {
        rows(connection, NO_LIMITS);
        return rows(connection, OLD_TRANSACTIONS).stream()
                .map(row -> row.get(0))
                .toList();
    }

    @Override
    public boolean adoptable() {
        return false;
    }

    /** Returns what a query gives, everything as text, and {@code null} as an empty one. */
    static List<List<String>> rows(Connection connection, String sql) throws SQLException {
        List<List<String>> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            try (ResultSet row = statement.executeQuery(sql)) {
                int columns = row.getMetaData().getColumnCount();
                while (row.next()) {
                    List<String> values = new ArrayList<>();
                    for (int i = 1; i <= columns; i++) {
                        String value = row.getString(i);
                        values.add(value == null ? "" : value);
                    }
                    rows.add(values);
                }
            }
        }
        return rows;
    }

    static String literal(String text) {
        return LITERALS.of(text);
    }

    static String quote(ObjectName name) {
        String own = StandardSyntax.doubleQuoted(name.name());
        return name.schema() == null ? own : StandardSyntax.doubleQuoted(name.schema()) + "." + own;
    }

    /** Returns an expression for what a name means on this connection, null where it means nothing. */
    static String relation(ObjectName name) {
        return "pg_catalog.to_regclass(" + literal(quote(name)) + ")";
    }

    /**
     * Returns a subquery for another session that builds an index concurrently.
     *
     * @param table expression for the table
     * @param index expression for the index
     */
    static String builder(String table, String index) {
        // What a session of another role works on is hidden, its locks are not.
        return """
                (SELECT p.pid FROM pg_catalog.pg_stat_progress_create_index p
                   JOIN pg_catalog.pg_locks l ON l.pid = p.pid AND l.granted AND l.mode = 'ShareUpdateExclusiveLock'
                  WHERE l.locktype = 'relation' AND l.relation = %s AND p.pid <> pg_catalog.pg_backend_pid()
                    AND (coalesce(p.index_relid, 0) = 0 OR p.index_relid = %s) LIMIT 1)""".formatted(table, index);
    }
}
