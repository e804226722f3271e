package dev.migrate.schema;

/**
 * A piece of SQL in a place where otherwise a value stands.
 *
 * @param sql as the author wrote it, such as {@code now()}
 */
public record SqlExpression(String sql) {

    /** Returns an expression, for use beside plain values. */
    public static SqlExpression sql(String sql) {
        return new SqlExpression(sql);
    }
}
