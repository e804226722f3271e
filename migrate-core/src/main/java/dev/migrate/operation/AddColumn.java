package dev.migrate.operation;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.migrate.schema.Column;
import dev.migrate.schema.ObjectName;

/**
 * Adds a column to a table.
 *
 * @param table the table
 * @param column what it is
 * @param condition what happens if there is one of that name
 */
public record AddColumn(ObjectName table, Column column, Existence condition) implements Operation, TableChange {

    @Override
    public String describe() {
        return "add column " + table + "." + column.name();
    }

    @Override
    public @Nullable List<Operation> reverse() {
        return List.of(new DropColumn(table, column.name(), column, Existence.REQUIRED));
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
