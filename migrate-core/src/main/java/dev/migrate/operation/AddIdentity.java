package dev.migrate.operation;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.migrate.schema.Identity;
import dev.migrate.schema.ObjectName;

/**
 * Lets a column number its rows by itself.
 *
 * @param table the table
 * @param column its name
 * @param identity how
 */
public record AddIdentity(ObjectName table, String column, Identity identity) implements Operation, ColumnChange {

    @Override
    public String describe() {
        return "let " + table + "." + column + " number its rows";
    }

    @Override
    public @Nullable List<Operation> reverse() {
        return List.of(new DropIdentity(table, column, identity));
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
