package dev.migrate.inspect;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.ColumnType.Kind;
import dev.migrate.schema.DefaultValue;
import dev.migrate.schema.Generated;
import dev.migrate.schema.Identity;
import dev.migrate.schema.ObjectName;
import dev.migrate.schema.Replaceable;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.Types;

/** Makes values of the rows of MariaDB's information schema. */
final class MariaDbModel {

    private static final int USUAL_PRECISION = 6;

    private MariaDbModel() {}

    static Column column(ResultSet row) throws SQLException {
        String value = row.getString(7);
        String extra = row.getString(15);
        String expression = row.getString(16);
        ColumnType type = type(row);
        String collation = row.getString(14);
        boolean usual = type.kind() == Kind.JSON || Objects.equals(collation, row.getString(4));
        return new Column(
                row.getString(5),
                type,
                row.getString(6).equals("YES"),
                value == null || value.equals("NULL") ? DefaultValue.none() : DefaultValue.sql(value),
                extra.contains("auto_increment") ? Identity.of(Identity.Mode.BY_DEFAULT) : null,
                expression == null || expression.isEmpty() ? null : generated(expression, extra),
                usual ? null : collation,
                row.getString(17));
    }

    private static Generated generated(String expression, String extra) {
        return new Generated(
                expression, extra.contains("STORED") ? Generated.Storage.STORED : Generated.Storage.VIRTUAL);
    }

    private static ColumnType type(ResultSet row) throws SQLException {
        String full = row.getString(9);
        String name = row.getString(8);
        if (full.equals("tinyint(1)")) {
            return Types.bool();
        }
        Kind kind = kind(name, row.getString(18));
        if (kind == null || full.endsWith("unsigned") || full.endsWith("zerofill") || full.contains("/*")) {
            return Types.named(full);
        }
        return new ColumnType(kind, arguments(kind, row), null, 0);
    }

    private static @Nullable Kind kind(String name, @Nullable String json) {
        return switch (name) {
            case "smallint" -> Kind.SMALLINT;
            case "int" -> Kind.INTEGER;
            case "bigint" -> Kind.BIGINT;
            case "decimal" -> Kind.NUMERIC;
            case "float" -> Kind.REAL;
            case "double" -> Kind.DOUBLE;
            case "char" -> Kind.CHAR;
            case "varchar" -> Kind.VARCHAR;
            case "longtext" -> json == null ? Kind.TEXT : Kind.JSON;
            case "longblob" -> Kind.BINARY;
            case "date" -> Kind.DATE;
            case "time" -> Kind.TIME;
            case "datetime" -> Kind.TIMESTAMP;
            case "timestamp" -> Kind.TIMESTAMP_WITH_ZONE;
            case "uuid" -> Kind.UUID;
            default -> null;
        };
    }

    private static List<Integer> arguments(Kind kind, ResultSet row) throws SQLException {
        return switch (kind) {
            case CHAR, VARCHAR -> List.of(row.getInt(10));
            case NUMERIC -> List.of(row.getInt(11), row.getInt(12));
            case TIME, TIMESTAMP, TIMESTAMP_WITH_ZONE ->
                row.getInt(13) == USUAL_PRECISION ? List.of() : List.of(row.getInt(13));
            default -> List.of();
        };
    }

    static Sequence sequence(ResultSet row) throws SQLException {
        return new Sequence(
                new ObjectName(row.getString(1), row.getString(2)),
                row.getLong(3),
                row.getLong(4),
                row.getLong(5),
                row.getLong(6),
                Math.max(1, row.getLong(7)),
                row.getBoolean(8) ? Sequence.Wrap.CYCLE : Sequence.Wrap.NO_CYCLE);
    }

    static Replaceable view(ResultSet row) throws SQLException {
        String option = row.getString(4);
        String definition = row.getString(3) + (option.equals("NONE") ? "" : " WITH " + option + " CHECK OPTION");
        return new Replaceable(Replaceable.Kind.VIEW, name(row), List.of(), null, definition);
    }

    /** Its text is put together from its pieces; the server keeps no other that everybody may read. */
    static Replaceable routine(ResultSet row) throws SQLException {
        boolean function = row.getString(3).equals("FUNCTION");
        String parameters = row.getString(4);
        String body = row.getString(9);
        String definition = "(" + (parameters == null ? "" : parameters) + ")"
                + (function ? " RETURNS " + row.getString(5) : "")
                + (row.getString(6).equals("YES") ? " DETERMINISTIC " : " NOT DETERMINISTIC ")
                + row.getString(7) + " SQL SECURITY " + row.getString(8) + " " + (body == null ? "" : body);
        return new Replaceable(
                function ? Replaceable.Kind.FUNCTION : Replaceable.Kind.PROCEDURE,
                name(row),
                List.of(),
                null,
                definition);
    }

    static Replaceable trigger(ResultSet row) throws SQLException {
        ObjectName name = name(row);
        ObjectName table = name.sibling(row.getString(3));
        String definition = row.getString(4) + " " + row.getString(5) + " ON " + MariaDbCatalog.quoted(table.name())
                + " FOR EACH ROW " + row.getString(6);
        return new Replaceable(Replaceable.Kind.TRIGGER, name, List.of(), table, definition);
    }

    static ObjectName name(ResultSet row) throws SQLException {
        return new ObjectName(row.getString(1), row.getString(2));
    }
}
