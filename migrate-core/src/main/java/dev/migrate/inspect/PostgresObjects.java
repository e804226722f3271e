package dev.migrate.inspect;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import dev.migrate.schema.ObjectName;
import dev.migrate.schema.Replaceable;
import dev.migrate.schema.Replaceable.Kind;

/**
 * Views, functions, procedures and triggers, each with the server's text without what stands before the name. What comes with an
 * extension or with a type is left out.
 */
final class PostgresObjects implements PostgresCatalog.Rows {

    static final String SQL = """
            SELECT * FROM (
            SELECT CASE c.relkind WHEN 'v' THEN 'VIEW' ELSE 'MATERIALIZED_VIEW' END AS kind, n.nspname AS schema, c.relname AS name,
                   NULL::text[] AS arguments, NULL::name AS table_name, c.reloptions AS options,
                   rtrim(pg_get_viewdef(c.oid), ';') AS definition
              FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
             WHERE n.nspname = ANY (?) AND c.relkind IN ('v', 'm')
               AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.objid = c.oid AND e.deptype = 'e'
                    AND e.classid = 'pg_class'::regclass)
            UNION ALL
            SELECT CASE f.prokind WHEN 'p' THEN 'PROCEDURE' ELSE 'FUNCTION' END, n.nspname, f.proname,
                   ARRAY(SELECT format_type(p.n, NULL) FROM unnest(f.proargtypes::oid[])
                         WITH ORDINALITY p(n, o) ORDER BY p.o), NULL, NULL,
                   substr(pg_get_functiondef(f.oid), 1 + length(format(
                         'CREATE OR REPLACE %s %I.%I', CASE f.prokind WHEN 'p' THEN 'PROCEDURE' ELSE 'FUNCTION' END, n.nspname, f.proname)))
              FROM pg_proc f JOIN pg_namespace n ON n.oid = f.pronamespace
             WHERE n.nspname = ANY (?) AND f.prokind IN ('f', 'p', 'w')
               AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.objid = f.oid AND e.deptype IN ('e', 'i')
                    AND e.classid = 'pg_proc'::regclass)
            UNION ALL
            SELECT 'TRIGGER', n.nspname, g.tgname, NULL, c.relname, NULL,
                   CASE WHEN g.tgconstraint <> 0 THEN 'CONSTRAINT ' ELSE '' END || substr(pg_get_triggerdef(g.oid),
                         strpos(pg_get_triggerdef(g.oid), format('TRIGGER %I ', g.tgname)) + length(format('TRIGGER %I ', g.tgname)))
              FROM pg_trigger g JOIN pg_class c ON c.oid = g.tgrelid
              JOIN pg_namespace n ON n.oid = c.relnamespace
             WHERE n.nspname = ANY (?) AND NOT g.tgisinternal AND g.tgparentid = 0
            ) o ORDER BY strpos('VIEW MATERIALIZED_VIEW FUNCTION PROCEDURE TRIGGER', o.kind), o.schema, o.name,
                         o.arguments, o.table_name""";

    private final List<Replaceable> objects = new ArrayList<>();

    @Override
    public void take(ResultSet row) throws SQLException {
        Kind kind = Kind.valueOf(row.getString("kind"));
        ObjectName name = PostgresCatalog.name(row, "");
        ObjectName table = kind == Kind.TRIGGER ? new ObjectName(name.schema(), row.getString("table_name")) : null;
        String definition = row.getString("definition").strip();
        objects.add(new Replaceable(
                kind, name, PostgresCatalog.strings(row, "arguments"), table, options(row) + definition));
    }

    /** The options of a view stand between its name and its query. */
    private static String options(ResultSet row) throws SQLException {
        List<String> options = PostgresCatalog.strings(row, "options");
        return options.isEmpty() ? "" : "WITH (" + String.join(", ", options) + ") AS ";
    }

    List<Replaceable> objects() {
        return objects;
    }
}
