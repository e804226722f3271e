package dev.migrate.operation;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.migrate.schema.Index;
import dev.migrate.schema.ObjectName;

/**
 * Makes a unique constraint of a unique index that is there; the index takes the name of the constraint.
 *
 * @param table the table
 * @param name of the constraint
 * @param index the name of the index
 * @param previous what the index is, {@code null} if the author did not say
 */
public record AddUniqueKeyUsingIndex(
        ObjectName table,
        String name,
        String index,
        @Nullable Index previous) implements Operation, TableChange {

    @Override
    public String describe() {
        return "add constraint " + name + " to " + table + " using index " + index;
    }

    @Override
    public @Nullable List<Operation> reverse() {
        return previous == null
                ? null
                : List.of(
                        new DropConstraint(table, name, null, Existence.REQUIRED),
                        new CreateIndex(previous.named(index), Existence.REQUIRED, Writes.BLOCKED));
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
