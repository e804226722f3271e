package dev.migrate.operation;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.migrate.schema.ObjectName;

/**
 * Looks at the rows that a constraint was added without looking at; there is nothing to take back.
 *
 * @param table the table
 * @param name of the constraint
 */
public record ValidateConstraint(ObjectName table, String name) implements Operation, TableChange {

    @Override
    public String describe() {
        return "validate constraint " + name + " of " + table;
    }

    @Override
    public @Nullable List<Operation> reverse() {
        return List.of();
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
