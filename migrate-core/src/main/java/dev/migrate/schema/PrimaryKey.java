package dev.migrate.schema;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The columns that tell a row from all others.
 *
 * @param name the constraint's name, or {@code null} where the database chooses one
 * @param columns in the order of the index behind it
 * @param include further columns that the index stores
 * @param deferral when it is checked
 */
public record PrimaryKey(@Nullable String name, List<String> columns, List<String> include, Deferral deferral)
        implements Constraint {

    /** Copies the lists. */
    public PrimaryKey {
        columns = List.copyOf(columns);
        include = List.copyOf(include);
    }

    /** Creates a key that is checked at once. */
    public PrimaryKey(@Nullable String name, List<String> columns) {
        this(name, columns, List.of(), Deferral.NOT_DEFERRABLE);
    }

    @Override
    public PrimaryKey named(String other) {
        return new PrimaryKey(other, columns, include, deferral);
    }
}
