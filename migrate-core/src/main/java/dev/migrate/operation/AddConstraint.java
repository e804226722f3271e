package dev.migrate.operation;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.migrate.schema.Constraint;
import dev.migrate.schema.ObjectName;

/**
 * Demands something of the rows of a table.
 *
 * @param table the table
 * @param constraint what; without a name the database chooses one, and only whoever knows it can drop it
 */
public record AddConstraint(ObjectName table, Constraint constraint) implements Operation, TableChange {

    @Override
    public String describe() {
        return "add constraint " + (constraint.name() == null ? "" : constraint.name() + " ") + "to " + table;
    }

    @Override
    public @Nullable List<Operation> reverse() {
        return constraint.name() == null
                ? null
                : List.of(new DropConstraint(table, constraint.name(), constraint, Existence.REQUIRED));
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
