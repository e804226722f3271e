package dev.migrate.operation;

import org.jspecify.annotations.Nullable;

import dev.migrate.schema.ColumnType;
import dev.migrate.schema.ObjectName;

/** What an operation may ask of a database's spelling. */
public interface SqlSyntax {

    /** Returns the name of the database's dialect for people, for example {@code PostgreSQL}. */
    String name();

    /** Returns the identifier quoted, so that it means exactly these characters. */
    String quote(String identifier);

    /** Returns the name quoted, with its schema if it has one. */
    String quote(ObjectName name);

    /**
     * Returns the value as a literal.
     *
     * @param value text, number, boolean, date or time, bytes, UUID, {@code SqlExpression} or {@code null}
     */
    String literal(@Nullable Object value);

    /** Returns the name of the type. */
    String type(ColumnType type);
}
