package dev.migrate.operation;

import org.jspecify.annotations.Nullable;

import dev.migrate.schema.ColumnType;

/**
 * One side of a change of type.
 *
 * @param type the type
 * @param using an expression that makes a value of this type of one of the other, or {@code null} for the database's own cast
 * @param collation the collation's name, or {@code null} for the type's own
 */
public record TypeChange(
        ColumnType type, @Nullable String using, @Nullable String collation) {}
