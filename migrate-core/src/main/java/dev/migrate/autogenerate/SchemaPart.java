package dev.migrate.autogenerate;

import org.jspecify.annotations.Nullable;

import dev.migrate.schema.ObjectName;

/**
 * Something that database and model may differ in.
 *
 * @param kind what it is
 * @param object the table, sequence or enum type; for what is part of a table, that table. Its schema is {@code null} where it is
 *     the run's own
 * @param member the column, constraint or index, {@code null} for the object itself
 */
public record SchemaPart(
        Kind kind, ObjectName object, @Nullable String member) {

    /** What can be told apart. */
    public enum Kind {
        /** A table with all that belongs to it. */
        TABLE,
        /** A column of a table. */
        COLUMN,
        /** A constraint of a table. */
        CONSTRAINT,
        /** An index of a table. */
        INDEX,
        /** A sequence. */
        SEQUENCE,
        /** An enum type. */
        ENUM_TYPE
    }
}
