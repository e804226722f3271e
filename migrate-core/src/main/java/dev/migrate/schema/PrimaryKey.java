package dev.migrate.schema;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The columns that tell a row from all others.
 *
 * @param name the constraint's name, or {@code null} where the database chooses one
 * @param columns in the order of the index behind it
 */
public record PrimaryKey(@Nullable String name, List<String> columns) implements Constraint {

    /** Copies the list. */
    public PrimaryKey {
        columns = List.copyOf(columns);
    }

    @Override
    public PrimaryKey named(String other) {
        return new PrimaryKey(other, columns);
    }
}
