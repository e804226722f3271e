package dev.migrate.schema;

import org.jspecify.annotations.Nullable;

/**
 * A condition that every row must not fail.
 *
 * @param name the constraint's name, or {@code null} where the database chooses one
 * @param expression SQL
 * @param validity whether the rows that are there are known to satisfy it
 * @param inheritance whether tables that inherit from this one have it, too
 */
public record Check(@Nullable String name, String expression, Validity validity, Inheritance inheritance)
        implements Constraint {

    /** Whether tables that inherit from a table have its condition. */
    public enum Inheritance {
        /** They have. */
        INHERITED,
        /** They have not. */
        NOT_INHERITED
    }

    /** Creates a condition that is inherited. */
    public Check(@Nullable String name, String expression, Validity validity) {
        this(name, expression, validity, Inheritance.INHERITED);
    }

    @Override
    public Check named(String other) {
        return new Check(other, expression, validity, inheritance);
    }
}
