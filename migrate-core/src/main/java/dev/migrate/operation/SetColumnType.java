package dev.migrate.operation;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.migrate.schema.ObjectName;

/**
 * Gives a column another type.
 *
 * @param table the table
 * @param column its name
 * @param to the new type
 * @param from the type before, {@code null} if the author did not say
 */
public record SetColumnType(
        ObjectName table,
        String column,
        TypeChange to,
        @Nullable TypeChange from) implements Operation, ColumnChange {

    @Override
    public String describe() {
        return "change the type of " + table + "." + column;
    }

    @Override
    public @Nullable List<Operation> reverse() {
        return from == null ? null : List.of(new SetColumnType(table, column, from, to));
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
