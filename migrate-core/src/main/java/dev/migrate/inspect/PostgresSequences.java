package dev.migrate.inspect;

import java.sql.ResultSet;
import java.sql.SQLException;

import org.jspecify.annotations.Nullable;

import dev.migrate.schema.Sequence;

/** Sequences, without those behind identity columns. */
final class PostgresSequences {

    static final String SQL = """
            SELECT n.nspname AS schema, c.relname AS name, s.seqstart AS start, s.seqincrement AS increment, s.seqmin AS minimum,
                   s.seqmax AS maximum, s.seqcache AS cache, s.seqcycle AS cycle
              FROM pg_sequence s
              JOIN pg_class c ON c.oid = s.seqrelid
              JOIN pg_namespace n ON n.oid = c.relnamespace
             WHERE n.nspname = ANY (?)
               AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.objid = c.oid AND e.deptype IN ('e', 'i')
                    AND e.classid = 'pg_class'::regclass)
             ORDER BY n.nspname, c.relname""";

    private PostgresSequences() {}

    static Sequence sequence(ResultSet row) throws SQLException {
        long increment = row.getLong("increment");
        return new Sequence(
                PostgresCatalog.name(row, ""),
                row.getLong("start"),
                increment,
                limit(row, "minimum", increment > 0 ? 1 : Long.MIN_VALUE),
                limit(row, "maximum", increment > 0 ? Long.MAX_VALUE : -1),
                row.getLong("cache"),
                row.getBoolean("cycle") ? Sequence.Wrap.CYCLE : Sequence.Wrap.NO_CYCLE);
    }

    private static @Nullable Long limit(ResultSet row, String column, long usual) throws SQLException {
        long limit = row.getLong(column);
        return limit == usual ? null : limit;
    }
}
