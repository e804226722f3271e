package dev.migrate.schema;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * An index.
 *
 * @param name its name
 * @param table the table, in whose schema the index lives
 * @param parts what is indexed, in order
 * @param uniqueness whether it refuses rows that are alike
 * @param method such as {@code gin}, or {@code null} for the database's usual one
 * @param include further columns that are stored, not searched
 * @param where a condition for the rows it holds, or {@code null} for all
 * @param validity whether it holds all of them; it does not where making it concurrently broke off
 */
public record Index(
        String name,
        ObjectName table,
        List<Part> parts,
        Uniqueness uniqueness,
        @Nullable String method,
        List<String> include,
        @Nullable String where,
        Validity validity) {

    /** Whether an index refuses rows that are alike. */
    public enum Uniqueness {
        /** It does not. */
        NOT_UNIQUE,
        /** It does; two empty values are not alike. */
        UNIQUE,
        /** It does; two empty values are alike. */
        UNIQUE_NULLS_NOT_DISTINCT
    }

    /** The direction of a part. */
    public enum Order {
        /** Small ones first. */
        ASCENDING,
        /** Large ones first. */
        DESCENDING
    }

    /** Where empty values stand. */
    public enum NullOrder {
        /** Last when ascending, first when descending. */
        USUAL,
        /** Before all others. */
        FIRST,
        /** Behind all others. */
        LAST
    }

    /**
     * One thing that is indexed.
     *
     * @param column the column, or {@code null} if it is an expression
     * @param expression SQL, or {@code null} if it is a column
     * @param order its direction
     * @param nullOrder where empty values stand
     * @param operatorClass such as {@code text_pattern_ops}, or {@code null} for the type's own
     * @param collation or {@code null} for the column's own
     */
    public record Part(
            @Nullable String column,
            @Nullable String expression,
            Order order,
            NullOrder nullOrder,
            @Nullable String operatorClass,
            @Nullable String collation) {

        /** Refuses what is neither or both. */
        public Part {
            if ((column == null) == (expression == null)) {
                throw new IllegalArgumentException("A part is either a column or an expression");
            }
        }

        /** Returns a column with nothing special. */
        public static Part column(String column) {
            return new Part(column, null, Order.ASCENDING, NullOrder.USUAL, null, null);
        }

        /** Returns an expression with nothing special. */
        public static Part expression(String sql) {
            return new Part(null, sql, Order.ASCENDING, NullOrder.USUAL, null, null);
        }
    }

    /** Copies the lists. */
    public Index {
        parts = List.copyOf(parts);
        include = List.copyOf(include);
    }

    /** Creates an index that holds all of its rows. */
    public Index(
            String name,
            ObjectName table,
            List<Part> parts,
            Uniqueness uniqueness,
            @Nullable String method,
            List<String> include,
            @Nullable String where) {
        this(name, table, parts, uniqueness, method, include, where, Validity.VALID);
    }

    /** Returns an index over columns, with nothing special. */
    public static Index of(String name, ObjectName table, List<String> columns) {
        List<Part> parts = columns.stream().map(Part::column).toList();
        return new Index(name, table, parts, Uniqueness.NOT_UNIQUE, null, List.of(), null);
    }

    /** Returns the same index under another name. */
    public Index named(String other) {
        return new Index(other, table, parts, uniqueness, method, include, where, validity);
    }
}
