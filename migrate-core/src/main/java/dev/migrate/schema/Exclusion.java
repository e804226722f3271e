package dev.migrate.schema;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Pairs of an expression and an operator of which no two rows may satisfy all (PostgreSQL's {@code EXCLUDE}).
 *
 * @param name the constraint's name, or {@code null} where the database chooses one
 * @param method the index method, such as {@code gist}
 * @param elements what is compared, and how
 * @param where a condition for the rows it holds for, or {@code null} for all
 * @param deferral when it is checked
 */
public record Exclusion(
        @Nullable String name,
        String method,
        List<Element> elements,
        @Nullable String where,
        Deferral deferral) implements Constraint {

    /**
     * One pair.
     *
     * @param expression SQL; a plain column is quoted by whoever writes it
     * @param operator such as {@code &&}
     */
    public record Element(String expression, String operator) {}

    /** Copies the list. */
    public Exclusion {
        elements = List.copyOf(elements);
    }

    @Override
    public Exclusion named(String other) {
        return new Exclusion(other, method, elements, where, deferral);
    }
}
