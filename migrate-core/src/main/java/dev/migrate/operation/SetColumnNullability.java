package dev.migrate.operation;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.migrate.schema.ObjectName;

/**
 * Allows or forbids empty values in a column that did the opposite before.
 *
 * @param table the table
 * @param column its name
 * @param nullable whether it may be empty from now on
 */
public record SetColumnNullability(ObjectName table, String column, boolean nullable)
        implements Operation, ColumnChange {

    @Override
    public String describe() {
        return (nullable ? "allow" : "forbid") + " empty values in " + table + "." + column;
    }

    @Override
    public @Nullable List<Operation> reverse() {
        return List.of(new SetColumnNullability(table, column, !nullable));
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
