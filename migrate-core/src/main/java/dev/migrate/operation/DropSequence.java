package dev.migrate.operation;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.migrate.schema.ObjectName;
import dev.migrate.schema.Sequence;

/**
 * Removes a sequence.
 *
 * @param name its name
 * @param previous what it was, {@code null} if the author did not say
 */
public record DropSequence(ObjectName name, @Nullable Sequence previous) implements Operation {

    @Override
    public String describe() {
        return "drop sequence " + name;
    }

    @Override
    public @Nullable List<Operation> reverse() {
        return previous == null ? null : List.of(new CreateSequence(previous));
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
