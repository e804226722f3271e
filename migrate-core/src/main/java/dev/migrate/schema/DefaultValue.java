package dev.migrate.schema;

import org.jspecify.annotations.Nullable;

/**
 * What a column gets where an insert says nothing.
 *
 * @param value text, number, boolean, date or time, a {@link SqlExpression}, or {@code null} for no default at all
 */
public record DefaultValue(@Nullable Object value) {

    private static final DefaultValue NONE = new DefaultValue(null);

    /** Returns the absence of a default. */
    public static DefaultValue none() {
        return NONE;
    }

    /** Returns a default that is a value, not SQL. */
    public static DefaultValue of(Object value) {
        return new DefaultValue(value);
    }

    /** Returns a default that the database computes. */
    public static DefaultValue sql(String expression) {
        return new DefaultValue(new SqlExpression(expression));
    }

    /** Tells whether there is none. */
    public boolean isNone() {
        return value == null;
    }
}
