package dev.migrate.operation;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.migrate.schema.EnumType;
import dev.migrate.schema.ObjectName;

/**
 * Removes an enum type.
 *
 * @param name its name
 * @param previous what it was, {@code null} if the author did not say
 */
public record DropEnum(ObjectName name, @Nullable EnumType previous) implements Operation {

    @Override
    public String describe() {
        return "drop enum type " + name;
    }

    @Override
    public @Nullable List<Operation> reverse() {
        return previous == null ? null : List.of(new CreateEnum(previous));
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
