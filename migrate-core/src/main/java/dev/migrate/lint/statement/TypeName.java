package dev.migrate.lint.statement;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A type as PostgreSQL calls it.
 *
 * @param schema the schema that was written, or {@code null}
 * @param name the first of its names, such as {@code integer} also for {@code int4}
 * @param arguments the numbers in parentheses, often none
 * @param dimensions how many pairs of brackets
 */
public record TypeName(@Nullable String schema, String name, List<String> arguments, int dimensions) {

    /** Copies the list. */
    public TypeName {
        arguments = List.copyOf(arguments);
    }

    /** Tells whether it is one of the words that create a sequence beside the column. */
    public boolean isSerial() {
        return schema == null && (name.equals("serial") || name.equals("bigserial") || name.equals("smallserial"));
    }

    /** Tells whether it is this type, not an array of it. */
    public boolean is(String other) {
        return dimensions == 0 && name.equals(other) && (schema == null || schema.equals("pg_catalog"));
    }

    /** Returns a number in parentheses, or {@code null} where there is none. */
    public @Nullable Integer argument(int index) {
        if (index >= arguments.size() || !arguments.get(index).matches("\\d{1,9}")) {
            return null;
        }
        return Integer.valueOf(arguments.get(index));
    }

    /** Returns the type as SQL. */
    @Override
    public String toString() {
        String plain = Sql.isPlain(name) || name.indexOf(' ') > 0 ? name : Sql.quote(name);
        String numbers = arguments.isEmpty() ? "" : "(" + String.join(", ", arguments) + ")";
        return (schema == null ? "" : Sql.quote(schema) + ".") + plain + numbers + "[]".repeat(dimensions);
    }
}
