package dev.migrate.operation;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.migrate.schema.Replaceable;

/**
 * Makes a view, function, procedure or trigger.
 *
 * @param object what it is
 */
public record CreateObject(Replaceable object) implements Operation {

    @Override
    public String describe() {
        return "create " + object.title();
    }

    @Override
    public @Nullable List<Operation> reverse() {
        return List.of(new DropObject(object));
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
