package dev.migrate.schema;

import org.jspecify.annotations.Nullable;

/** What must hold for the rows of a table. */
public sealed interface Constraint permits PrimaryKey, UniqueKey, ForeignKey, Check, Exclusion {

    /** Returns its name, or {@code null} where the database chooses one. */
    @Nullable String name();

    /** Returns the same constraint under another name. */
    Constraint named(String name);
}
