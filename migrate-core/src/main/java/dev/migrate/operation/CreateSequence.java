package dev.migrate.operation;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.migrate.schema.Sequence;

/**
 * Makes a sequence.
 *
 * @param sequence what it is
 */
public record CreateSequence(Sequence sequence) implements Operation {

    @Override
    public String describe() {
        return "create sequence " + sequence.name();
    }

    @Override
    public @Nullable List<Operation> reverse() {
        return List.of(new DropSequence(sequence.name(), sequence));
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
