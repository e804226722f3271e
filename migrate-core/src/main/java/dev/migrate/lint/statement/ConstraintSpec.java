package dev.migrate.lint.statement;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.migrate.schema.ObjectName;

/**
 * A constraint as a statement adds it.
 *
 * @param name its name, or {@code null} where the database makes one up
 * @param kind what it demands
 * @param columns what it is over; for a check the empty list
 * @param reference what a foreign key points to, or {@code null}
 * @param expression what a check demands, or {@link Expression#none()}
 * @param index what an existing index is promoted from, or {@code null}
 * @param validity whether existing rows are looked at
 */
public record ConstraintSpec(
        @Nullable String name,
        Kind kind,
        List<String> columns,
        @Nullable Reference reference,
        Expression expression,
        @Nullable String index,
        Validity validity) {

    /** What constraints demand. */
    public enum Kind {
        CHECK("check"),
        UNIQUE("key"),
        PRIMARY_KEY("pkey"),
        FOREIGN_KEY("fkey"),
        EXCLUDE("excl"),
        NOT_NULL("not_null");

        private final String suffix;

        Kind(String suffix) {
            this.suffix = suffix;
        }
    }

    /** Whether existing rows are looked at. */
    public enum Validity {
        /** They are. */
        VALID,
        /** Not before it is validated. */
        NOT_VALID,
        /** Neither they nor new ones. */
        NOT_ENFORCED
    }

    /**
     * What a foreign key points to.
     *
     * @param table the other table
     * @param columns its columns, empty for its primary key
     */
    public record Reference(ObjectName table, List<String> columns) {

        /** Copies the list. */
        public Reference {
            columns = List.copyOf(columns);
        }
    }

    /** Copies the list. */
    public ConstraintSpec {
        columns = List.copyOf(columns);
    }

    /** Returns the name, or the one that PostgreSQL makes up where nothing else has it yet. */
    public String nameOn(ObjectName table) {
        if (name != null) {
            return name;
        }
        String middle = kind == Kind.PRIMARY_KEY || columns.isEmpty() ? "" : "_" + String.join("_", columns);
        return table.name() + middle + "_" + kind.suffix;
    }
}
