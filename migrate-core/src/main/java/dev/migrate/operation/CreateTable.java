package dev.migrate.operation;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.migrate.schema.Table;

/**
 * Makes a table.
 *
 * @param table what it consists of
 * @param condition what happens if there is one of that name
 */
public record CreateTable(Table table, Existence condition) implements Operation {

    @Override
    public String describe() {
        return "create table " + table.name();
    }

    @Override
    public @Nullable List<Operation> reverse() {
        return List.of(new DropTable(table.name(), table, Existence.REQUIRED));
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
