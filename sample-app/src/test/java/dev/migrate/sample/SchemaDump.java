package dev.migrate.sample;

import java.util.List;
import javax.sql.DataSource;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What {@code pg_dump --schema-only} would print, taken from the catalog: a line for each thing, in one order. It has the
 * order of columns and the tables of the books, which {@link dev.migrate.test.SchemaPicture} leaves out for good reasons.
 */
public final class SchemaDump {

    private static final String SQL = """
            WITH space AS (
                SELECT oid, nspname, nspacl FROM pg_namespace
                WHERE nspname <> 'information_schema' AND nspname NOT LIKE 'pg\\_%'
            ), relation AS (
                SELECT c.* FROM pg_class c JOIN space ON space.oid = c.relnamespace
            )
            SELECT concat_ws(' ', 'schema', nspname, nspacl) AS line FROM space
            UNION ALL
            SELECT concat_ws(' ', 'extension', extname, extversion) FROM pg_extension
            UNION ALL
            SELECT concat_ws(' ', 'relation', oid::regclass, relkind, relpersistence, relreplident, relrowsecurity,
                reloptions, relacl, pg_get_partkeydef(oid), pg_get_expr(relpartbound, oid))
            FROM relation
            UNION ALL
            SELECT concat_ws(' ', 'column', relation.oid::regclass,
                row_number() OVER (PARTITION BY a.attrelid ORDER BY a.attnum), a.attname,
                format_type(a.atttypid, a.atttypmod), nullif(a.attcollation, 0)::regcollation, 'not null', a.attnotnull,
                'identity', a.attidentity, 'generated', a.attgenerated, 'storage', a.attstorage, a.attacl,
                'default', pg_get_expr(d.adbin, d.adrelid))
            FROM relation
            JOIN pg_attribute a ON a.attrelid = relation.oid AND a.attnum > 0 AND NOT a.attisdropped
            LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
            UNION ALL
            SELECT concat_ws(' ', 'sequence', s.seqrelid::regclass, format_type(s.seqtypid, NULL), s.seqstart,
                s.seqincrement, s.seqmin, s.seqmax, s.seqcache, s.seqcycle,
                (SELECT string_agg(pg_describe_object(refclassid, refobjid, refobjsubid), ', ') FROM pg_depend
                 WHERE classid = 'pg_class'::regclass AND objid = s.seqrelid AND deptype IN ('a', 'i')))
            FROM pg_sequence s JOIN relation ON relation.oid = s.seqrelid
            UNION ALL
            SELECT concat_ws(' ', 'constraint', nullif(c.conrelid, 0)::regclass, nullif(c.contypid, 0)::regtype, c.conname,
                'valid', c.convalidated, pg_get_constraintdef(c.oid))
            FROM pg_constraint c JOIN space ON space.oid = c.connamespace
            UNION ALL
            SELECT concat_ws(' ', 'index', 'valid', i.indisvalid, 'ready', i.indisready, 'clustered', i.indisclustered,
                pg_get_indexdef(i.indexrelid))
            FROM pg_index i JOIN relation ON relation.oid = i.indexrelid
            UNION ALL
            SELECT concat_ws(' ', 'view', oid::regclass, pg_get_viewdef(oid)) FROM relation WHERE relkind IN ('v', 'm')
            UNION ALL
            SELECT concat_ws(' ', 'rule', pg_get_ruledef(r.oid))
            FROM pg_rewrite r JOIN relation ON relation.oid = r.ev_class WHERE r.rulename <> '_RETURN'
            UNION ALL
            SELECT concat_ws(' ', 'policy', p.polrelid::regclass, p.polname, p.polcmd, p.polpermissive, p.polroles,
                pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid))
            FROM pg_policy p JOIN relation ON relation.oid = p.polrelid
            UNION ALL
            SELECT concat_ws(' ', 'enum', t.oid::regtype, string_agg(e.enumlabel, ', ' ORDER BY e.enumsortorder))
            FROM pg_type t JOIN space ON space.oid = t.typnamespace JOIN pg_enum e ON e.enumtypid = t.oid GROUP BY t.oid
            UNION ALL
            SELECT concat_ws(' ', 'domain', t.oid::regtype, format_type(t.typbasetype, t.typtypmod), t.typnotnull,
                t.typdefault)
            FROM pg_type t JOIN space ON space.oid = t.typnamespace WHERE t.typtype = 'd'
            UNION ALL
            SELECT concat_ws(' ', 'function', p.proacl, pg_get_functiondef(p.oid))
            FROM pg_proc p JOIN space ON space.oid = p.pronamespace WHERE p.prokind <> 'a'
            UNION ALL
            SELECT concat_ws(' ', 'trigger', 'enabled', t.tgenabled, pg_get_triggerdef(t.oid))
            FROM pg_trigger t JOIN relation ON relation.oid = t.tgrelid WHERE NOT t.tgisinternal
            UNION ALL
            SELECT concat_ws(' ', 'comment', pg_describe_object(classoid, objoid, objsubid), description)
            FROM pg_description WHERE objoid >= 16384 -- the first that is not the server's own
            ORDER BY line
            """;

    private SchemaDump() {}

    /** Takes the dump of a whole database. */
    public static List<String> of(DataSource database) {
        return JdbcClient.create(database).sql(SQL).query(String.class).list();
    }
}
