package dev.migrate.operation;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Makes a schema.
 *
 * @param name its name
 * @param condition what happens if there is one of that name
 */
public record CreateSchema(String name, Existence condition) implements Operation {

    @Override
    public String describe() {
        return "create schema " + name;
    }

    @Override
    public @Nullable List<Operation> reverse() {
        return List.of(new DropSchema(name, Existence.REQUIRED));
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
