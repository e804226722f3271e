package dev.migrate.schema;

/**
 * How the database computes a column from others of the same row.
 *
 * @param expression SQL
 * @param storage when it is computed
 */
public record Generated(String expression, Storage storage) {

    /** When a generated column is computed. */
    public enum Storage {
        /** When the row is written. */
        STORED,
        /** When the row is read. */
        VIRTUAL
    }
}
