package dev.migrate.schema;

import org.jspecify.annotations.Nullable;

/**
 * A condition that every row must not fail.
 *
 * @param name the constraint's name, or {@code null} where the database chooses one
 * @param expression SQL
 * @param validity whether the rows that are there are known to satisfy it
 */
public record Check(@Nullable String name, String expression, Validity validity) implements Constraint {

    @Override
    public Check named(String other) {
        return new Check(other, expression, validity);
    }
}
