package dev.migrate.schema;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Columns of which no two rows have the same values.
 *
 * @param name the constraint's name, or {@code null} where the database chooses one
 * @param columns in the order of the index behind it
 * @param deferral when it is checked
 * @param empties whether two empty values are the same
 * @param include further columns that the index stores
 */
public record UniqueKey(
        @Nullable String name, List<String> columns, Deferral deferral, Nulls empties, List<String> include)
        implements Constraint {

    /** Whether two empty values are the same. */
    public enum Nulls {
        /** They are not: the standard's default. */
        DISTINCT,
        /** They are. */
        NOT_DISTINCT
    }

    /** Copies the lists. */
    public UniqueKey {
        columns = List.copyOf(columns);
        include = List.copyOf(include);
    }

    /** Creates a key whose index stores nothing else. */
    public UniqueKey(@Nullable String name, List<String> columns, Deferral deferral, Nulls empties) {
        this(name, columns, deferral, empties, List.of());
    }

    /** Returns a key that is checked at once and takes empty values for different ones. */
    public static UniqueKey of(@Nullable String name, List<String> columns) {
        return new UniqueKey(name, columns, Deferral.NOT_DEFERRABLE, Nulls.DISTINCT);
    }

    @Override
    public UniqueKey named(String other) {
        return new UniqueKey(other, columns, deferral, empties, include);
    }
}
