package dev.migrate.operation;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.migrate.schema.Sequence;

/**
 * Changes how a sequence counts; the next number stays.
 *
 * @param to what it becomes
 * @param from what it was, of the same name, {@code null} if the author did not say
 */
public record AlterSequence(Sequence to, @Nullable Sequence from) implements Operation {

    @Override
    public String describe() {
        return "alter sequence " + to.name();
    }

    @Override
    public @Nullable List<Operation> reverse() {
        return from == null ? null : List.of(new AlterSequence(from, to));
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
