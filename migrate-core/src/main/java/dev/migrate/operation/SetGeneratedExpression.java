package dev.migrate.operation;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.migrate.schema.ObjectName;

/**
 * Gives a generated column another expression.
 *
 * @param table the table
 * @param column its name
 * @param to the new expression
 * @param from the expression before, {@code null} if the author did not say
 */
public record SetGeneratedExpression(
        ObjectName table,
        String column,
        String to,
        @Nullable String from) implements Operation, ColumnChange {

    @Override
    public String describe() {
        return "change the expression of " + table + "." + column;
    }

    @Override
    public @Nullable List<Operation> reverse() {
        return from == null ? null : List.of(new SetGeneratedExpression(table, column, from, to));
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
