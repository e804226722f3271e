package dev.migrate.operation;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Runs Java code on the run's own connection, in its transaction.
 *
 * @param code what runs
 */
public record RunCode(RevisionCode code) implements Operation {

    @Override
    public String describe() {
        return "run Java code";
    }

    @Override
    public @Nullable List<Operation> reverse() {
        return null;
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
