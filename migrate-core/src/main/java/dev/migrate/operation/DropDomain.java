package dev.migrate.operation;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.migrate.schema.Domain;
import dev.migrate.schema.ObjectName;

/**
 * Removes a domain.
 *
 * @param name its name
 * @param previous what it was, {@code null} if the author did not say
 */
public record DropDomain(ObjectName name, @Nullable Domain previous) implements Operation {

    @Override
    public String describe() {
        return "drop domain " + name;
    }

    @Override
    public @Nullable List<Operation> reverse() {
        return previous == null ? null : List.of(new CreateDomain(previous));
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
