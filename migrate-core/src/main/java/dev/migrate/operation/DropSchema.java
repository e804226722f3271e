package dev.migrate.operation;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Removes a schema, which must be empty.
 *
 * @param name its name
 * @param condition what happens if there is none
 */
public record DropSchema(String name, Existence condition) implements Operation {

    @Override
    public String describe() {
        return "drop schema " + name;
    }

    @Override
    public @Nullable List<Operation> reverse() {
        return List.of(new CreateSchema(name, Existence.REQUIRED));
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
