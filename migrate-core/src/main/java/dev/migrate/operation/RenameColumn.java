package dev.migrate.operation;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.migrate.schema.ObjectName;

/**
 * Gives a column another name.
 *
 * @param table the table
 * @param column the name before
 * @param name the new name
 */
public record RenameColumn(ObjectName table, String column, String name) implements Operation, ColumnChange {

    @Override
    public String describe() {
        return "rename column " + table + "." + column + " to " + name;
    }

    @Override
    public @Nullable List<Operation> reverse() {
        return List.of(new RenameColumn(table, name, column));
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
