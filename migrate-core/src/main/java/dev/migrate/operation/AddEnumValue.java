package dev.migrate.operation;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.migrate.schema.ObjectName;

/**
 * Adds a word to an enum type, which no database can take back.
 *
 * @param type the type
 * @param value the word
 * @param before the word that it comes before, or {@code null}
 * @param after the word that it comes after, or {@code null}; with neither it becomes the last
 */
public record AddEnumValue(
        ObjectName type,
        String value,
        @Nullable String before,
        @Nullable String after) implements Operation {

    @Override
    public String describe() {
        return "add value '" + value + "' to enum type " + type;
    }

    @Override
    public @Nullable List<Operation> reverse() {
        return null;
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
