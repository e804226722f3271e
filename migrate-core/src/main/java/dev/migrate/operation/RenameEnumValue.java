package dev.migrate.operation;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.migrate.schema.ObjectName;

/**
 * Spells a word of an enum type differently.
 *
 * @param type the type
 * @param value the word before
 * @param name the new word
 */
public record RenameEnumValue(ObjectName type, String value, String name) implements Operation {

    @Override
    public String describe() {
        return "rename value '" + value + "' of enum type " + type;
    }

    @Override
    public @Nullable List<Operation> reverse() {
        return List.of(new RenameEnumValue(type, name, value));
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
