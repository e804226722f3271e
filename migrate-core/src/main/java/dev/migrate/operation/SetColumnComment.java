package dev.migrate.operation;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.migrate.schema.ObjectName;

/**
 * Says what a column is for.
 *
 * @param table the table
 * @param column its name
 * @param comment the text, empty for none
 * @param previous the text before, empty for none, {@code null} if the author did not say
 */
public record SetColumnComment(
        ObjectName table,
        String column,
        String comment,
        @Nullable String previous) implements Operation, ColumnChange {

    @Override
    public String describe() {
        return "comment on column " + table + "." + column;
    }

    @Override
    public @Nullable List<Operation> reverse() {
        return previous == null ? null : List.of(new SetColumnComment(table, column, previous, comment));
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
