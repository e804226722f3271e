package dev.migrate.operation;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.migrate.schema.Index;
import dev.migrate.schema.ObjectName;

/**
 * Removes an index.
 *
 * @param table the table
 * @param name its name
 * @param previous what it was, {@code null} if the author did not say
 * @param condition what happens if there is none
 * @param writes whether others may write meanwhile
 */
public record DropIndex(
        ObjectName table, String name, @Nullable Index previous, Existence condition, Writes writes)
        implements Operation {

    @Override
    public String describe() {
        return "drop index " + name;
    }

    @Override
    public @Nullable List<Operation> reverse() {
        return previous == null ? null : List.of(new CreateIndex(previous, Existence.REQUIRED, writes));
    }

    @Override
    public boolean transactional() {
        return writes == Writes.BLOCKED;
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
