package dev.migrate.inspect;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.migrate.schema.Check;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.Deferral;
import dev.migrate.schema.Exclusion;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.ForeignKey.Action;
import dev.migrate.schema.ObjectName;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.UniqueKey;
import dev.migrate.schema.Validity;

/** Constraints of tables. */
final class PostgresConstraints implements PostgresCatalog.Rows {

    static final String SQL = """
            SELECT n.nspname AS schema, c.relname AS name, k.conname AS constraint, k.contype AS kind, k.condeferrable AS deferrable,
                   k.condeferred AS deferred, k.convalidated AS validated, k.confdeltype AS on_delete, k.confupdtype AS on_update,
                   k.confmatchtype AS match, k.connoinherit AS not_inherited,
                   CASE WHEN k.contype IN ('p', 'u') AND i.indnatts > i.indnkeyatts THEN
                       ARRAY(SELECT a.attname::text FROM unnest(i.indkey::int2[]) WITH ORDINALITY p(n, o)
                           JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = p.n
                           WHERE p.o > i.indnkeyatts ORDER BY p.o) END AS include,
                   ARRAY(SELECT a.attname::text FROM unnest(k.conkey) WITH ORDINALITY p(n, o)
                           JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = p.n ORDER BY p.o) AS columns,
                   fn.nspname AS target_schema, f.relname AS target_name,
                   ARRAY(SELECT a.attname::text FROM unnest(k.confkey) WITH ORDINALITY p(n, o)
                           JOIN pg_attribute a ON a.attrelid = k.confrelid AND a.attnum = p.n ORDER BY p.o) AS target_columns,
                   pg_get_expr(k.conbin, k.conrelid) AS condition, {nullsNotDistinct} AS nulls_not_distinct,
                   am.amname AS method, CASE k.contype WHEN 'x' THEN pg_get_expr(i.indpred, i.indrelid) END AS predicate,
                   CASE k.contype WHEN 'x' THEN ARRAY(SELECT pg_get_indexdef(k.conindid, p.o::integer, false) || CASE
                               WHEN oc.opcdefault THEN '' ELSE ' ' || quote_ident(ocn.nspname) || '.' || quote_ident(oc.opcname) END
                           FROM unnest(i.indclass::oid[]) WITH ORDINALITY p(n, o)
                           JOIN pg_opclass oc ON oc.oid = p.n
                           JOIN pg_namespace ocn ON ocn.oid = oc.opcnamespace ORDER BY p.o) END AS elements,
                   CASE k.contype WHEN 'x' THEN ARRAY(SELECT CASE WHEN opn.nspname = 'pg_catalog' THEN op.oprname::text
                               ELSE 'OPERATOR(' || quote_ident(opn.nspname) || '.' || op.oprname || ')' END
                           FROM unnest(k.conexclop) WITH ORDINALITY p(n, o)
                           JOIN pg_operator op ON op.oid = p.n
                           JOIN pg_namespace opn ON opn.oid = op.oprnamespace ORDER BY p.o) END AS operators
              FROM pg_constraint k
              JOIN pg_class c ON c.oid = k.conrelid
              JOIN pg_namespace n ON n.oid = c.relnamespace
              LEFT JOIN pg_class f ON f.oid = k.confrelid
              LEFT JOIN pg_namespace fn ON fn.oid = f.relnamespace
              LEFT JOIN pg_index i ON i.indexrelid = k.conindid AND k.contype IN ('p', 'u', 'x')
              LEFT JOIN pg_class ic ON ic.oid = i.indexrelid
              LEFT JOIN pg_am am ON am.oid = ic.relam
             WHERE n.nspname = ANY (?) AND k.contype IN ('p', 'u', 'f', 'c', 'x') AND k.conparentid = 0
             ORDER BY n.nspname, c.relname, strpos('pufcx', k.contype::text), k.conname""";

    private static final Map<String, Action> ACTIONS = Map.of(
            "a", Action.NO_ACTION,
            "r", Action.RESTRICT,
            "c", Action.CASCADE,
            "n", Action.SET_NULL,
            "d", Action.SET_DEFAULT);

    private final Map<ObjectName, List<Constraint>> byTable = new HashMap<>();

    @Override
    public void take(ResultSet row) throws SQLException {
        byTable.computeIfAbsent(PostgresCatalog.name(row, ""), name -> new ArrayList<>())
                .add(constraint(row));
    }

    Map<ObjectName, List<Constraint>> byTable() {
        return byTable;
    }

    private static Constraint constraint(ResultSet row) throws SQLException {
        String name = row.getString("constraint");
        List<String> columns = PostgresCatalog.strings(row, "columns");
        Validity validity = row.getBoolean("validated") ? Validity.VALID : Validity.NOT_VALID;
        return switch (row.getString("kind")) {
            case "p" -> new PrimaryKey(name, columns, PostgresCatalog.strings(row, "include"), deferral(row));
            case "u" ->
                new UniqueKey(name, columns, deferral(row), nulls(row), PostgresCatalog.strings(row, "include"));
            case "f" ->
                new ForeignKey(
                        name,
                        columns,
                        PostgresCatalog.name(row, "target_"),
                        PostgresCatalog.strings(row, "target_columns"),
                        action(row, "on_delete"),
                        action(row, "on_update"),
                        deferral(row),
                        validity,
                        row.getString("match").equals("f") ? ForeignKey.Match.FULL : ForeignKey.Match.SIMPLE);
            case "c" ->
                new Check(
                        name,
                        row.getString("condition"),
                        validity,
                        row.getBoolean("not_inherited")
                                ? Check.Inheritance.NOT_INHERITED
                                : Check.Inheritance.INHERITED);
            default ->
                new Exclusion(name, row.getString("method"), elements(row), row.getString("predicate"), deferral(row));
        };
    }

    private static Action action(ResultSet row, String column) throws SQLException {
        return ACTIONS.getOrDefault(row.getString(column), Action.NO_ACTION);
    }

    private static Deferral deferral(ResultSet row) throws SQLException {
        if (!row.getBoolean("deferrable")) {
            return Deferral.NOT_DEFERRABLE;
        }
        return row.getBoolean("deferred") ? Deferral.INITIALLY_DEFERRED : Deferral.INITIALLY_IMMEDIATE;
    }

    private static UniqueKey.Nulls nulls(ResultSet row) throws SQLException {
        return row.getBoolean("nulls_not_distinct") ? UniqueKey.Nulls.NOT_DISTINCT : UniqueKey.Nulls.DISTINCT;
    }

    private static List<Exclusion.Element> elements(ResultSet row) throws SQLException {
        List<String> expressions = PostgresCatalog.strings(row, "elements");
        List<String> operators = PostgresCatalog.strings(row, "operators");
        List<Exclusion.Element> elements = new ArrayList<>();
        for (int i = 0; i < expressions.size(); i++) {
            elements.add(new Exclusion.Element(expressions.get(i), operators.get(i)));
        }
        return elements;
    }
}
