package dev.migrate.operation;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.migrate.schema.Replaceable;

/**
 * Gives a view, function, procedure or trigger another text.
 *
 * @param to what it becomes
 * @param from what it was, {@code null} if the author did not say
 */
public record ReplaceObject(Replaceable to, @Nullable Replaceable from) implements Operation {

    @Override
    public String describe() {
        return "replace " + to.title();
    }

    @Override
    public @Nullable List<Operation> reverse() {
        return from == null ? null : List.of(new ReplaceObject(from, to));
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
