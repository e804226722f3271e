package dev.migrate.operation;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.migrate.schema.Constraint;
import dev.migrate.schema.ObjectName;

/**
 * Demands something no longer.
 *
 * @param table the table
 * @param name of the constraint
 * @param previous what it was, {@code null} if the author did not say
 * @param condition what happens if there is none
 */
public record DropConstraint(
        ObjectName table, String name, @Nullable Constraint previous, Existence condition)
        implements Operation, TableChange {

    @Override
    public String describe() {
        return "drop constraint " + name + " of " + table;
    }

    @Override
    public @Nullable List<Operation> reverse() {
        return previous == null ? null : List.of(new AddConstraint(table, previous.named(name)));
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
