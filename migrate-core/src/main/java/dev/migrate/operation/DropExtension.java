package dev.migrate.operation;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Removes an extension from the database.
 *
 * @param name its name
 * @param condition what happens if it is not there
 */
public record DropExtension(String name, Existence condition) implements Operation {

    @Override
    public String describe() {
        return "drop extension " + name;
    }

    @Override
    public @Nullable List<Operation> reverse() {
        return List.of(new CreateExtension(name, Existence.REQUIRED));
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
