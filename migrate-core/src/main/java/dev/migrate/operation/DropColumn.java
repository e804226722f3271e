package dev.migrate.operation;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.migrate.schema.Column;
import dev.migrate.schema.ObjectName;

/**
 * Removes a column with its values.
 *
 * @param table the table
 * @param column its name
 * @param previous what it was, {@code null} if the author did not say
 * @param condition what happens if there is none
 */
public record DropColumn(
        ObjectName table, String column, @Nullable Column previous, Existence condition)
        implements Operation, ColumnChange {

    @Override
    public String describe() {
        return "drop column " + table + "." + column;
    }

    @Override
    public @Nullable List<Operation> reverse() {
        return previous == null ? null : List.of(new AddColumn(table, previous, Existence.REQUIRED));
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
