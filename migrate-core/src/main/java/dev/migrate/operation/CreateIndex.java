package dev.migrate.operation;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.migrate.schema.Index;

/**
 * Makes an index.
 *
 * @param index what it is
 * @param condition what happens if there is one of that name
 * @param writes whether others may write meanwhile
 */
public record CreateIndex(Index index, Existence condition, Writes writes) implements Operation {

    @Override
    public String describe() {
        return "create index " + index.name() + " on " + index.table();
    }

    @Override
    public @Nullable List<Operation> reverse() {
        return List.of(new DropIndex(index.table(), index.name(), index, Existence.REQUIRED, writes));
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
