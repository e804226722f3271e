package dev.migrate.inspect;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.migrate.schema.Check;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.ColumnType.Kind;
import dev.migrate.schema.DefaultValue;
import dev.migrate.schema.Domain;
import dev.migrate.schema.EnumType;
import dev.migrate.schema.ObjectName;
import dev.migrate.schema.Validity;

import static java.util.Map.entry;

/** Types: those of columns, and the enum types and domains of a schema. */
final class PostgresTypes implements PostgresCatalog.Rows {

    static final String SQL = """
            SELECT tn.nspname AS schema, ty.typname AS name, ty.typtype AS kind,
                   ARRAY(SELECT e.enumlabel::text FROM pg_enum e WHERE e.enumtypid = ty.oid
                          ORDER BY e.enumsortorder) AS labels,
                   ty.typnotnull AS not_null, pg_get_expr(ty.typdefaultbin, 0) AS expression, ty.typndims AS dimensions,
                   k.conname AS constraint, pg_get_expr(k.conbin, 0) AS condition, k.convalidated AS validated,
            """ + columns("ty.typtypmod") + """
              FROM pg_type ty
              JOIN pg_namespace tn ON tn.oid = ty.typnamespace
              LEFT JOIN pg_constraint k ON k.contypid = ty.oid AND k.contype = 'c'
            """ + joins("ty.typbasetype") + """
             WHERE tn.nspname = ANY (?) AND ty.typtype IN ('e', 'd')
               AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.objid = ty.oid AND e.deptype = 'e'
                    AND e.classid = 'pg_type'::regclass)
             ORDER BY tn.nspname, ty.typname, k.conname""";

    private static final Map<String, Kind> KINDS = Map.ofEntries(
            entry("bool", Kind.BOOLEAN),
            entry("int2", Kind.SMALLINT),
            entry("int4", Kind.INTEGER),
            entry("int8", Kind.BIGINT),
            entry("numeric", Kind.NUMERIC),
            entry("float4", Kind.REAL),
            entry("float8", Kind.DOUBLE),
            entry("bpchar", Kind.CHAR),
            entry("varchar", Kind.VARCHAR),
            entry("text", Kind.TEXT),
            entry("bytea", Kind.BINARY),
            entry("date", Kind.DATE),
            entry("time", Kind.TIME),
            entry("timetz", Kind.TIME_WITH_ZONE),
            entry("timestamp", Kind.TIMESTAMP),
            entry("timestamptz", Kind.TIMESTAMP_WITH_ZONE),
            entry("interval", Kind.INTERVAL),
            entry("uuid", Kind.UUID),
            entry("jsonb", Kind.JSON));

    /** The arguments stand behind the first word of {@code timestamp(3) with time zone}. */
    private static final Pattern ARGUMENTS = Pattern.compile("\\((-?\\d+(?:,-?\\d+)*)\\)");

    private final List<EnumType> enums = new ArrayList<>();

    private final List<Domain> domains = new ArrayList<>();

    /** Returns the columns from which {@link #type} makes a type. */
    static String columns(String modifier) {
        return """
                       tn0.nspname AS type_schema, t0.typname AS type_name, t.typcategory = 'A' AND t.typelem <> 0 AS type_array,
                       t0.typtype IN ('e', 'd') AND tx.objid IS NULL AS type_defined,
                       format_type(t0.oid, %s) AS type_text
                """.formatted(modifier);
    }

    /** Returns the joins for {@link #columns}, with {@code t} for the type and {@code t0} for an array's element. */
    static String joins(String type) {
        return """
                  LEFT JOIN pg_type t ON t.oid = %s
                  LEFT JOIN pg_type t0 ON t0.oid = CASE WHEN t.typcategory = 'A' AND t.typelem <> 0 THEN t.typelem ELSE t.oid END
                  LEFT JOIN pg_namespace tn0 ON tn0.oid = t0.typnamespace
                  LEFT JOIN pg_depend tx ON t0.typtype IN ('e', 'd') AND tx.objid = t0.oid AND tx.deptype = 'e'
                        AND tx.classid = 'pg_type'::regclass
                """.formatted(type);
    }

    /** Returns the type of a row with {@link #columns}. */
    static ColumnType type(ResultSet row, int declared) throws SQLException {
        int dimensions = row.getBoolean("type_array") ? Math.max(1, declared) : 0;
        ObjectName name = PostgresCatalog.name(row, "type_");
        if (row.getBoolean("type_defined")) {
            return new ColumnType(Kind.DEFINED, List.of(), name, dimensions);
        }
        String text = row.getString("type_text");
        Matcher matcher = ARGUMENTS.matcher(text);
        boolean found = matcher.find();
        List<Integer> arguments = found
                ? Arrays.stream(matcher.group(1).split(",", -1))
                        .map(Integer::valueOf)
                        .toList()
                : List.of();
        Kind kind = "pg_catalog".equals(name.schema()) ? KINDS.get(name.name()) : null;
        if (kind == null || !spelledByKind(kind, text, arguments)) {
            boolean last = found && matcher.end() == text.length();
            return new ColumnType(
                    Kind.NAMED,
                    last ? arguments : List.of(),
                    ObjectName.of(last ? text.substring(0, matcher.start()) : text),
                    dimensions);
        }
        return new ColumnType(kind, arguments, null, dimensions);
    }

    /** {@code interval day to second} and {@code bpchar} without a length have no other spelling than their own. */
    private static boolean spelledByKind(Kind kind, String text, List<Integer> arguments) {
        return switch (kind) {
            case INTERVAL -> text.equals("interval") || text.startsWith("interval(");
            case CHAR -> !arguments.isEmpty();
            default -> true;
        };
    }

    @Override
    public void take(ResultSet row) throws SQLException {
        ObjectName name = PostgresCatalog.name(row, "");
        if (row.getString("kind").equals("e")) {
            enums.add(new EnumType(name, PostgresCatalog.strings(row, "labels")));
            return;
        }
        List<Check> checks = new ArrayList<>();
        int last = domains.size() - 1;
        if (last >= 0 && domains.get(last).name().equals(name)) {
            checks.addAll(domains.remove(last).checks());
        }
        if (row.getString("constraint") != null) {
            Validity validity = row.getBoolean("validated") ? Validity.VALID : Validity.NOT_VALID;
            checks.add(new Check(row.getString("constraint"), row.getString("condition"), validity));
        }
        String expression = row.getString("expression");
        DefaultValue value = expression == null ? DefaultValue.none() : DefaultValue.sql(expression);
        domains.add(new Domain(name, type(row, row.getInt("dimensions")), !row.getBoolean("not_null"), value, checks));
    }

    List<EnumType> enums() {
        return enums;
    }

    List<Domain> domains() {
        return domains;
    }
}
