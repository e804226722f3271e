package dev.migrate.inspect;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.migrate.schema.Index;
import dev.migrate.schema.Index.NullOrder;
import dev.migrate.schema.Index.Order;
import dev.migrate.schema.Index.Part;
import dev.migrate.schema.Index.Uniqueness;
import dev.migrate.schema.ObjectName;
import dev.migrate.schema.Validity;

/** Indexes, without those behind constraints; a row of the catalog is one column or expression. */
final class PostgresIndexes implements PostgresCatalog.Rows {

    static final String SQL = """
            SELECT n.nspname AS schema, c.relname AS name, ic.relname AS index, am.amname AS method, i.indisunique AS is_unique,
                   {nullsNotDistinct} AS nulls_not_distinct, i.indisvalid AS valid,
                   pg_get_expr(i.indpred, i.indrelid) AS predicate, p.o AS place, p.o > i.indnkeyatts AS included,
                   a.attname AS column, CASE WHEN p.n = 0 THEN pg_get_indexdef(i.indexrelid, p.o::integer, false) END AS expression,
                   coalesce(p.opt, 0)::integer AS options, col.collname AS collation,
                   CASE WHEN NOT oc.opcdefault OR ia.attoptions IS NOT NULL THEN
                       CASE WHEN ocn.nspname = 'pg_catalog' THEN '' ELSE quote_ident(ocn.nspname) || '.' END
                       || quote_ident(oc.opcname)
                       || coalesce('(' || array_to_string(ia.attoptions, ', ') || ')', '') END AS operator_class
              FROM pg_index i
              JOIN pg_class ic ON ic.oid = i.indexrelid
              JOIN pg_class c ON c.oid = i.indrelid
              JOIN pg_namespace n ON n.oid = c.relnamespace
              JOIN pg_am am ON am.oid = ic.relam
              CROSS JOIN LATERAL unnest(i.indkey::int2[], i.indclass::oid[], i.indcollation::oid[], i.indoption::int2[])
                   WITH ORDINALITY p(n, cls, coll, opt, o)
              LEFT JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = p.n AND p.n <> 0
              LEFT JOIN pg_attribute ia ON ia.attrelid = i.indexrelid AND ia.attnum = p.o
              LEFT JOIN pg_opclass oc ON oc.oid = p.cls
              LEFT JOIN pg_namespace ocn ON ocn.oid = oc.opcnamespace
              LEFT JOIN pg_collation col ON col.oid = p.coll AND p.coll <> coalesce(a.attcollation, 100::oid)
             WHERE n.nspname = ANY (?) AND c.relkind IN ('r', 'p', 'm') AND NOT c.relispartition
               AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = i.indexrelid AND k.contype IN ('p', 'u', 'x'))
               AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.objid = c.oid AND e.deptype = 'e'
                    AND e.classid = 'pg_class'::regclass)
             ORDER BY n.nspname, c.relname, ic.relname, p.o""";

    private static final int DESCENDING = 1;

    private static final int NULLS_FIRST = 2;

    private final List<Index> indexes = new ArrayList<>();

    @Override
    public void take(ResultSet row) throws SQLException {
        boolean first = row.getInt("place") == 1;
        Index before = first ? index(row) : indexes.remove(indexes.size() - 1);
        List<Part> parts = new ArrayList<>(before.parts());
        List<String> include = new ArrayList<>(before.include());
        if (row.getBoolean("included")) {
            include.add(row.getString("column"));
        } else {
            parts.add(part(row));
        }
        indexes.add(new Index(
                before.name(),
                before.table(),
                parts,
                before.uniqueness(),
                before.method(),
                include,
                before.where(),
                before.validity()));
    }

    List<Index> indexes() {
        return indexes;
    }

    private static Index index(ResultSet row) throws SQLException {
        ObjectName table = PostgresCatalog.name(row, "");
        String method = row.getString("method");
        return new Index(
                row.getString("index"),
                table,
                List.of(),
                uniqueness(row),
                method.equals("btree") ? null : method,
                List.of(),
                row.getString("predicate"),
                row.getBoolean("valid") ? Validity.VALID : Validity.NOT_VALID);
    }

    private static Uniqueness uniqueness(ResultSet row) throws SQLException {
        if (!row.getBoolean("is_unique")) {
            return Uniqueness.NOT_UNIQUE;
        }
        return row.getBoolean("nulls_not_distinct") ? Uniqueness.UNIQUE_NULLS_NOT_DISTINCT : Uniqueness.UNIQUE;
    }

    private static Part part(ResultSet row) throws SQLException {
        int options = row.getInt("options");
        boolean descending = (options & DESCENDING) != 0;
        @Nullable String column = row.getString("column");
        return new Part(
                column,
                column == null ? bare(row.getString("expression")) : null,
                descending ? Order.DESCENDING : Order.ASCENDING,
                nullOrder(descending, (options & NULLS_FIRST) != 0),
                row.getString("operator_class"),
                row.getString("collation"));
    }

    /** The server puts parentheses around all that is not a call of a function. */
    private static String bare(String expression) {
        return expression.startsWith("(") ? expression.substring(1, expression.length() - 1) : expression;
    }

    private static NullOrder nullOrder(boolean descending, boolean nullsFirst) {
        if (descending == nullsFirst) {
            return NullOrder.USUAL;
        }
        return nullsFirst ? NullOrder.FIRST : NullOrder.LAST;
    }
}
