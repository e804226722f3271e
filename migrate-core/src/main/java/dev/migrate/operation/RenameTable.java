package dev.migrate.operation;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.migrate.schema.ObjectName;

/**
 * Gives a table another name in the same schema.
 *
 * @param table the table as it is called before
 * @param name the new name
 */
public record RenameTable(ObjectName table, String name) implements Operation {

    @Override
    public String describe() {
        return "rename table " + table + " to " + name;
    }

    @Override
    public @Nullable List<Operation> reverse() {
        return List.of(new RenameTable(table.sibling(name), table.name()));
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
