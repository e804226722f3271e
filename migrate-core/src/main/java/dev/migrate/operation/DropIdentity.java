package dev.migrate.operation;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.migrate.schema.Identity;
import dev.migrate.schema.ObjectName;

/**
 * Stops a column from numbering its rows.
 *
 * @param table the table
 * @param column its name
 * @param previous how it did, {@code null} if the author did not say
 */
public record DropIdentity(
        ObjectName table, String column, @Nullable Identity previous) implements Operation, ColumnChange {

    @Override
    public String describe() {
        return "stop " + table + "." + column + " from numbering its rows";
    }

    @Override
    public @Nullable List<Operation> reverse() {
        return previous == null ? null : List.of(new AddIdentity(table, column, previous));
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
