package dev.migrate.sample;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** What {@code pg_dump --schema-only} would print of the schema {@code public}, taken from the catalog. */
final class SchemaPicture {

    private static final String SQL = """
            WITH relation AS (
                SELECT c.oid, c.relname, c.relkind FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace
            )
            SELECT 'relation ' || relname || ' ' || relkind::text AS line FROM relation
            UNION ALL
            SELECT 'column ' || relname || ' '
                || row_number() OVER (PARTITION BY a.attrelid ORDER BY a.attnum) || ' ' || a.attname || ' '
                || format_type(a.atttypid, a.atttypmod) || ' not null ' || a.attnotnull || ' identity '
                || a.attidentity::text || ' default ' || coalesce(pg_get_expr(d.adbin, d.adrelid), '')
            FROM relation
            JOIN pg_attribute a ON a.attrelid = relation.oid AND a.attnum > 0 AND NOT a.attisdropped
            LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
            UNION ALL
            SELECT 'constraint ' || c.conrelid::regclass || ' ' || c.conname || ' ' || c.convalidated || ' '
                || pg_get_constraintdef(c.oid)
            FROM pg_constraint c WHERE c.connamespace = 'public'::regnamespace
            UNION ALL
            SELECT 'index ' || i.indisvalid || ' ' || pg_get_indexdef(i.indexrelid)
            FROM pg_index i JOIN relation ON relation.oid = i.indexrelid
            UNION ALL
            SELECT 'enum ' || t.typname || ' ' || string_agg(e.enumlabel, ', ' ORDER BY e.enumsortorder)
            FROM pg_type t JOIN pg_enum e ON e.enumtypid = t.oid
            WHERE t.typnamespace = 'public'::regnamespace GROUP BY t.typname
            UNION ALL
            SELECT 'function ' || pg_get_functiondef(p.oid)
            FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace
            UNION ALL
            SELECT 'trigger ' || pg_get_triggerdef(t.oid)
            FROM pg_trigger t JOIN relation ON relation.oid = t.tgrelid WHERE NOT t.tgisinternal
            UNION ALL
            SELECT 'comment ' || pg_describe_object(classoid, objoid, objsubid) || ' ' || description
            FROM pg_description
            WHERE objoid IN (SELECT oid FROM relation)
               OR objoid IN (SELECT oid FROM pg_proc WHERE pronamespace = 'public'::regnamespace)
            ORDER BY line
            """;

    private SchemaPicture() {}

    static List<String> of(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(SQL)) {
            List<String> lines = new ArrayList<>();
            while (rows.next()) {
                lines.add(rows.getString(1));
            }
            return lines;
        }
    }
}
