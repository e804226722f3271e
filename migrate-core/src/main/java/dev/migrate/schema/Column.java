package dev.migrate.schema;

import org.jspecify.annotations.Nullable;

/**
 * A column of a table.
 *
 * @param name its name
 * @param type its type
 * @param nullable whether it may be empty
 * @param defaultValue what it gets where an insert says nothing
 * @param identity how it numbers rows, or {@code null} if it does not
 * @param generated how it is computed, or {@code null} if it is not
 * @param collation the collation's name, or {@code null} for the type's own
 * @param comment empty for none
 */
public record Column(
        String name,
        ColumnType type,
        boolean nullable,
        DefaultValue defaultValue,
        @Nullable Identity identity,
        @Nullable Generated generated,
        @Nullable String collation,
        String comment) {

    /** Returns a column that may be empty and has nothing but a name and a type. */
    public static Column of(String name, ColumnType type) {
        return new Column(name, type, true, DefaultValue.none(), null, null, null, "");
    }

    /** Returns the same column under another name. */
    public Column renamed(String other) {
        return new Column(other, type, nullable, defaultValue, identity, generated, collation, comment);
    }

    /** Returns the same column, which may be empty. */
    public Column optional() {
        return new Column(name, type, true, defaultValue, identity, generated, collation, comment);
    }

    /** Returns the same column with another default. */
    public Column withDefault(DefaultValue other) {
        return new Column(name, type, nullable, other, identity, generated, collation, comment);
    }
}
