package dev.migrate.operation;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Loads an extension into the database.
 *
 * @param name its name
 * @param condition what happens if it is there
 */
public record CreateExtension(String name, Existence condition) implements Operation {

    @Override
    public String describe() {
        return "create extension " + name;
    }

    @Override
    public @Nullable List<Operation> reverse() {
        return List.of(new DropExtension(name, Existence.REQUIRED));
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
