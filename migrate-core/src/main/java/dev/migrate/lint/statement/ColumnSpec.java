package dev.migrate.lint.statement;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A column as a statement adds it.
 *
 * @param name the column
 * @param type its type
 * @param notNull whether {@code NOT NULL} stands there
 * @param defaultValue its default, or {@code null} without one
 * @param source where values come from that nobody writes
 * @param constraints what stands behind it: keys, checks, references
 */
public record ColumnSpec(
        String name,
        TypeName type,
        boolean notNull,
        @Nullable Expression defaultValue,
        Source source,
        List<ConstraintSpec> constraints) {

    /** Where the values of a column come from. */
    public enum Source {
        /** Whoever inserts, or the default. */
        PLAIN,
        /** {@code GENERATED … AS IDENTITY}. */
        IDENTITY,
        /** {@code GENERATED ALWAYS AS (…) STORED}. */
        STORED,
        /** {@code GENERATED ALWAYS AS (…) VIRTUAL}. */
        VIRTUAL
    }

    /** Copies the list. */
    public ColumnSpec {
        constraints = List.copyOf(constraints);
    }

    /** Tells whether a constraint of this kind stands behind it. */
    public boolean has(ConstraintSpec.Kind kind) {
        return constraints.stream().anyMatch(constraint -> constraint.kind() == kind);
    }
}
