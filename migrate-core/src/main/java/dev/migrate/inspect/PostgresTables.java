package dev.migrate.inspect;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.migrate.schema.Column;
import dev.migrate.schema.DefaultValue;
import dev.migrate.schema.Generated;
import dev.migrate.schema.Identity;
import dev.migrate.schema.ObjectName;

/** Tables and their columns. */
final class PostgresTables implements PostgresCatalog.Rows {

    static final String SQL =
            """
            SELECT n.nspname AS schema, c.relname AS name, tc.description AS table_comment,
                   a.attname AS column, a.attnotnull AS not_null, a.attgenerated AS generated, a.attidentity AS identity,
                   pg_get_expr(d.adbin, d.adrelid) AS expression, s.seqstart AS start, s.seqincrement AS increment,
                   col.collname AS collation, cc.description AS comment, a.attndims AS dimensions,
            """ + PostgresTypes.columns("a.atttypmod") + """
              FROM pg_class c
              JOIN pg_namespace n ON n.oid = c.relnamespace
              LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
              LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
              LEFT JOIN pg_depend own ON a.attidentity <> '' AND own.refobjid = a.attrelid
                    AND own.refobjsubid = a.attnum AND own.deptype = 'i' AND own.classid = 'pg_class'::regclass
                    AND own.refclassid = 'pg_class'::regclass
              LEFT JOIN pg_sequence s ON s.seqrelid = own.objid
              LEFT JOIN pg_description tc ON tc.objoid = c.oid AND tc.objsubid = 0
                    AND tc.classoid = 'pg_class'::regclass
              LEFT JOIN pg_description cc ON cc.objoid = c.oid AND cc.objsubid = a.attnum
                    AND cc.classoid = 'pg_class'::regclass
            """ + PostgresTypes.joins("a.atttypid") + """
              LEFT JOIN pg_collation col ON col.oid = a.attcollation AND a.attcollation <> t.typcollation
             WHERE n.nspname = ANY (?) AND c.relkind IN ('r', 'p') AND NOT c.relispartition
               AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.objid = c.oid AND e.deptype = 'e'
                    AND e.classid = 'pg_class'::regclass)
             ORDER BY n.nspname, c.relname, a.attnum""";

    private final Map<ObjectName, List<Column>> columns = new LinkedHashMap<>();

    private final Map<ObjectName, String> comments = new HashMap<>();

    @Override
    public void take(ResultSet row) throws SQLException {
        ObjectName table = PostgresCatalog.name(row, "");
        comments.put(table, PostgresCatalog.text(row, "table_comment"));
        List<Column> list = columns.computeIfAbsent(table, name -> new ArrayList<>());
        if (row.getString("column") != null) {
            list.add(column(row));
        }
    }

    Map<ObjectName, List<Column>> columns() {
        return columns;
    }

    String comment(ObjectName table) {
        return comments.getOrDefault(table, "");
    }

    private static Column column(ResultSet row) throws SQLException {
        String expression = row.getString("expression");
        Generated generated = generated(row.getString("generated"), expression);
        return new Column(
                row.getString("column"),
                PostgresTypes.type(row, row.getInt("dimensions")),
                !row.getBoolean("not_null"),
                expression == null || generated != null ? DefaultValue.none() : DefaultValue.sql(expression),
                identity(row),
                generated,
                row.getString("collation"),
                PostgresCatalog.text(row, "comment"));
    }

    private static @Nullable Generated generated(String kind, @Nullable String expression) {
        if (kind.isEmpty() || expression == null) {
            return null;
        }
        return new Generated(expression, kind.equals("s") ? Generated.Storage.STORED : Generated.Storage.VIRTUAL);
    }

    private static @Nullable Identity identity(ResultSet row) throws SQLException {
        String kind = row.getString("identity");
        if (kind.isEmpty()) {
            return null;
        }
        Identity.Mode mode = kind.equals("a") ? Identity.Mode.ALWAYS : Identity.Mode.BY_DEFAULT;
        return new Identity(mode, row.getLong("start"), row.getLong("increment"));
    }
}
