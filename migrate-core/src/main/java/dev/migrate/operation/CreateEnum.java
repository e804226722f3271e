package dev.migrate.operation;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.migrate.schema.EnumType;

/**
 * Makes an enum type.
 *
 * @param type what it is
 */
public record CreateEnum(EnumType type) implements Operation {

    @Override
    public String describe() {
        return "create enum type " + type.name();
    }

    @Override
    public @Nullable List<Operation> reverse() {
        return List.of(new DropEnum(type.name(), type));
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
