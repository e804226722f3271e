package dev.migrate.operation;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.migrate.schema.ObjectName;

/**
 * Gives an index another name.
 *
 * @param table the table
 * @param index the name before
 * @param name the new name
 */
public record RenameIndex(ObjectName table, String index, String name) implements Operation {

    @Override
    public String describe() {
        return "rename index " + index + " to " + name;
    }

    @Override
    public @Nullable List<Operation> reverse() {
        return List.of(new RenameIndex(table, name, index));
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
