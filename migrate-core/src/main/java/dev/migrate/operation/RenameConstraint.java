package dev.migrate.operation;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.migrate.schema.ObjectName;

/**
 * Gives a constraint another name.
 *
 * @param table the table
 * @param constraint the name before
 * @param name the new name
 */
public record RenameConstraint(ObjectName table, String constraint, String name) implements Operation, TableChange {

    @Override
    public String describe() {
        return "rename constraint " + constraint + " of " + table + " to " + name;
    }

    @Override
    public @Nullable List<Operation> reverse() {
        return List.of(new RenameConstraint(table, name, constraint));
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
