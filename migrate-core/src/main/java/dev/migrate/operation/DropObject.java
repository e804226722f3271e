package dev.migrate.operation;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.migrate.schema.Replaceable;

/**
 * Removes a view, function, procedure or trigger.
 *
 * @param object what it was; without a text if the author did not say
 */
public record DropObject(Replaceable object) implements Operation {

    @Override
    public String describe() {
        return "drop " + object.title();
    }

    @Override
    public @Nullable List<Operation> reverse() {
        return object.definition().isEmpty() ? null : List.of(new CreateObject(object));
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
