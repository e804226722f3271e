package dev.migrate.operation;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.migrate.schema.ObjectName;

/**
 * Makes a plain column of a generated one; no database can take that back.
 *
 * @param table the table
 * @param column its name
 */
public record DropGeneratedExpression(ObjectName table, String column) implements Operation, ColumnChange {

    @Override
    public String describe() {
        return "keep the values of " + table + "." + column + " without its expression";
    }

    @Override
    public @Nullable List<Operation> reverse() {
        return null;
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
