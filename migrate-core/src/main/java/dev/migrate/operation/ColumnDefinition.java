package dev.migrate.operation;

import org.jspecify.annotations.Nullable;

import dev.migrate.schema.Column;
import dev.migrate.schema.ColumnType;
import dev.migrate.schema.DefaultValue;
import dev.migrate.schema.Generated;
import dev.migrate.schema.Identity;

/**
 * A column being described; it may be empty unless {@link #notNull()} says otherwise.
 *
 * <pre>{@code
 * column("created_at", timestampWithZone()).notNull().defaultSql("now()")
 * }</pre>
 */
public final class ColumnDefinition {

    private final String name;

    private final ColumnType type;

    private boolean nullable = true;

    private DefaultValue defaultValue = DefaultValue.none();

    private @Nullable Identity identity;

    private @Nullable Generated generated;

    private @Nullable String collation;

    private String comment = "";

    private ColumnDefinition(String name, ColumnType type) {
        this.name = name;
        this.type = type;
    }

    /** Begins the description of a column; to be imported statically. */
    public static ColumnDefinition column(String name, ColumnType type) {
        return new ColumnDefinition(name, type);
    }

    /** Forbids empty values. */
    public ColumnDefinition notNull() {
        nullable = false;
        return this;
    }

    /**
     * Gives it a default that is a value, not SQL.
     *
     * @param value text, number, boolean, date or time
     */
    public ColumnDefinition defaultValue(Object value) {
        defaultValue = DefaultValue.of(value);
        return this;
    }

    /** Gives it a default that the database computes, such as {@code now()}. */
    public ColumnDefinition defaultSql(String expression) {
        defaultValue = DefaultValue.sql(expression);
        return this;
    }

    /** Lets it number its rows, unless an insert gives a number of its own; it is not empty then. */
    public ColumnDefinition identity() {
        return identity(Identity.of(Identity.Mode.BY_DEFAULT));
    }

    /** Lets it number its rows; it is not empty then. */
    public ColumnDefinition identity(Identity how) {
        identity = how;
        return notNull();
    }

    /** Lets the database compute it from the other columns when a row is written. */
    public ColumnDefinition generated(String expression) {
        return generated(new Generated(expression, Generated.Storage.STORED));
    }

    /** Lets the database compute it from the other columns. */
    public ColumnDefinition generated(Generated how) {
        generated = how;
        return this;
    }

    /** Gives it a collation other than that of its type. */
    public ColumnDefinition collation(String collationName) {
        collation = collationName;
        return this;
    }

    /** Says what it is for. */
    public ColumnDefinition comment(String text) {
        comment = text;
        return this;
    }

    Column build() {
        return new Column(name, type, nullable, defaultValue, identity, generated, collation, comment);
    }
}
