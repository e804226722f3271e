package dev.migrate.operation;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.migrate.schema.DefaultValue;
import dev.migrate.schema.ObjectName;

/**
 * Gives a column another default, or none.
 *
 * @param table the table
 * @param column its name
 * @param to the new default
 * @param from the default before, {@code null} if the author did not say
 */
public record SetColumnDefault(
        ObjectName table,
        String column,
        DefaultValue to,
        @Nullable DefaultValue from) implements Operation, ColumnChange {

    @Override
    public String describe() {
        return "change the default of " + table + "." + column;
    }

    @Override
    public @Nullable List<Operation> reverse() {
        return from == null ? null : List.of(new SetColumnDefault(table, column, from, to));
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
