package dev.migrate.inspect;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.migrate.schema.Check;
import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.DefaultValue;
import dev.migrate.schema.Domain;
import dev.migrate.schema.Generated;
import dev.migrate.schema.Identity;
import dev.migrate.schema.Index;
import dev.migrate.schema.ObjectName;
import dev.migrate.schema.Replaceable;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.Types;
import dev.migrate.schema.Validity;

/** Makes values of the rows of H2's information schema. */
final class H2Model {

    private static final long UNLIMITED = 1_000_000_000;

    private H2Model() {}

    static Column column(ResultSet row) throws SQLException {
        String expression = row.getString(17);
        String value = row.getString(6);
        String mode = row.getString(14);
        String comment = row.getString(18);
        return new Column(
                row.getString(4),
                type(row),
                row.getString(5).equals("YES"),
                value == null ? DefaultValue.none() : DefaultValue.sql(value),
                mode == null
                        ? null
                        : new Identity(
                                mode.equals("ALWAYS") ? Identity.Mode.ALWAYS : Identity.Mode.BY_DEFAULT,
                                row.getLong(15),
                                row.getLong(16)),
                expression == null ? null : new Generated(expression, Generated.Storage.STORED),
                null,
                comment == null ? "" : comment);
    }

    /** Returns a trigger with the text behind its name; the source of one that is compiled by H2 is not told. */
    static Replaceable trigger(ResultSet row) throws SQLException {
        String code = row.getString(10);
        String definition = row.getString(5) + " " + row.getString(6) + " ON " + quoted(row.getString(3)) + "."
                + quoted(row.getString(4)) + (row.getString(7).equals("ROW") ? " FOR EACH ROW" : "")
                + (row.getBoolean(9) ? " NOWAIT" : "")
                + (code == null ? " AS (not told)" : " CALL '" + code.replace("'", "''") + "'");
        return new Replaceable(
                Replaceable.Kind.TRIGGER,
                new ObjectName(row.getString(1), row.getString(2)),
                List.of(),
                new ObjectName(row.getString(3), row.getString(4)),
                definition);
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    private static ColumnType type(ResultSet row) throws SQLException {
        if (row.getString(13) != null) {
            return Types.defined(new ObjectName(row.getString(12), row.getString(13)));
        }
        if (row.getString(7).equals("ARRAY")) {
            String element = row.getString(19);
            return Types.arrayOf(simple(element == null ? "ARRAY" : element, lengths(row.getLong(20))));
        }
        return declared(row);
    }

    private static ColumnType declared(ResultSet row) throws SQLException {
        String name = row.getString(7);
        if (name.equals("NUMERIC")) {
            int precision = row.getInt(9);
            return row.wasNull() ? Types.numeric() : Types.numeric(precision, row.getInt(10));
        }
        if (name.startsWith("TIME")) {
            long precision = row.getLong(11);
            boolean usual = precision == (name.startsWith("TIMESTAMP") ? 6 : 0);
            return simple(name, usual ? List.of() : List.of((int) precision));
        }
        return simple(name, lengths(row.getLong(8)));
    }

    private static List<Integer> lengths(long length) {
        return length > 0 && length < UNLIMITED ? List.of((int) length) : List.of();
    }

    private static ColumnType simple(String name, List<Integer> arguments) {
        ColumnType.Kind kind =
                switch (name) {
                    case "BOOLEAN" -> ColumnType.Kind.BOOLEAN;
                    case "SMALLINT" -> ColumnType.Kind.SMALLINT;
                    case "INTEGER" -> ColumnType.Kind.INTEGER;
                    case "BIGINT" -> ColumnType.Kind.BIGINT;
                    case "REAL" -> ColumnType.Kind.REAL;
                    case "DOUBLE PRECISION" -> ColumnType.Kind.DOUBLE;
                    case "CHARACTER" -> ColumnType.Kind.CHAR;
                    case "CHARACTER VARYING" -> ColumnType.Kind.VARCHAR;
                    case "CHARACTER LARGE OBJECT" -> ColumnType.Kind.TEXT;
                    case "BINARY LARGE OBJECT" -> ColumnType.Kind.BINARY;
                    case "DATE" -> ColumnType.Kind.DATE;
                    case "TIME" -> ColumnType.Kind.TIME;
                    case "TIME WITH TIME ZONE" -> ColumnType.Kind.TIME_WITH_ZONE;
                    case "TIMESTAMP" -> ColumnType.Kind.TIMESTAMP;
                    case "TIMESTAMP WITH TIME ZONE" -> ColumnType.Kind.TIMESTAMP_WITH_ZONE;
                    case "UUID" -> ColumnType.Kind.UUID;
                    case "JSON" -> ColumnType.Kind.JSON;
                    default -> ColumnType.Kind.NAMED;
                };
        return kind == ColumnType.Kind.NAMED
                ? Types.named(name, arguments.toArray(new Integer[0]))
                : new ColumnType(kind, arguments, null, 0);
    }

    static Index.Part part(ResultSet row) throws SQLException {
        boolean descending = row.getString(7).equals("DESC");
        boolean first = "FIRST".equals(row.getString(8));
        // H2 takes empty values for small, and always says so.
        Index.NullOrder usual =
                first == descending ? (first ? Index.NullOrder.FIRST : Index.NullOrder.LAST) : Index.NullOrder.USUAL;
        return new Index.Part(
                row.getString(6), null, descending ? Index.Order.DESCENDING : Index.Order.ASCENDING, usual, null, null);
    }

    static Sequence sequence(ResultSet row) throws SQLException {
        return new Sequence(
                new ObjectName(row.getString(1), row.getString(2)),
                row.getLong(3),
                row.getLong(4),
                row.getLong(5),
                row.getLong(6),
                row.getLong(7),
                row.getString(8).equals("YES") ? Sequence.Wrap.CYCLE : Sequence.Wrap.NO_CYCLE);
    }

    static Domain domain(ResultSet row) throws SQLException {
        String value = row.getString(3);
        return new Domain(
                new ObjectName(row.getString(1), row.getString(2)),
                declared(row),
                true,
                value == null ? DefaultValue.none() : DefaultValue.sql(value),
                list(row.getString(4)).stream()
                        .map(check -> new Check(null, check, Validity.VALID))
                        .toList());
    }

    /** Takes apart what the query has joined. */
    static List<String> list(@Nullable String joined) {
        return joined == null ? List.of() : new ArrayList<>(List.of(joined.split("\u0001", -1)));
    }
}
