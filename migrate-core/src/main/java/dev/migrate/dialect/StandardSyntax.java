package dev.migrate.dialect;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.migrate.operation.SqlSyntax;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.ObjectName;

/** Names, values and types as the SQL standard writes them. */
abstract class StandardSyntax implements SqlSyntax {

    private final Literals literals;

    StandardSyntax(Literals literals) {
        this.literals = literals;
    }

    @Override
    public String quote(String identifier) {
        return doubleQuoted(identifier);
    }

    @Override
    public String quote(ObjectName name) {
        return name.schema() == null ? quote(name.name()) : quote(name.schema()) + "." + quote(name.name());
    }

    @Override
    public String literal(@Nullable Object value) {
        return literals.of(value);
    }

    @Override
    public String type(ColumnType type) {
        String name = typeName(type);
        return type.dimensions() == 0 ? name : array(name, type.dimensions());
    }

    static String doubleQuoted(String identifier) {
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }

    /** Returns the names quoted, separated by commas. */
    final String quoteAll(List<String> names) {
        return String.join(", ", names.stream().map(this::quote).toList());
    }

    /** Returns the type without its dimensions. */
    String typeName(ColumnType type) {
        String arguments = arguments(type);
        return switch (type.kind()) {
            case BOOLEAN -> "boolean";
            case SMALLINT -> "smallint";
            case INTEGER -> "integer";
            case BIGINT -> "bigint";
            case NUMERIC -> "numeric" + arguments;
            case REAL -> "real";
            case DOUBLE -> "double precision";
            case CHAR -> "char" + arguments;
            case VARCHAR -> "varchar" + arguments;
            case TEXT -> "character large object" + arguments;
            case BINARY -> "binary large object" + arguments;
            case DATE -> "date";
            case TIME -> "time" + arguments;
            case TIME_WITH_ZONE -> "time" + arguments + " with time zone";
            case TIMESTAMP -> "timestamp" + arguments;
            case TIMESTAMP_WITH_ZONE -> "timestamp" + arguments + " with time zone";
            case INTERVAL -> "interval" + arguments;
            case UUID -> "uuid";
            case JSON -> "json";
            case NAMED -> type.name() + arguments;
            case DEFINED -> type.name() == null ? "" : quote(type.name());
        };
    }

    /** Returns the type of arrays. */
    String array(String element, int dimensions) {
        return element + " array".repeat(dimensions);
    }

    /** Returns length, or precision and scale, in parentheses; empty where there are none. */
    static String arguments(ColumnType type) {
        if (type.arguments().isEmpty()) {
            return "";
        }
        return "("
                + String.join(
                        ", ", type.arguments().stream().map(String::valueOf).toList())
                + ")";
    }
}
