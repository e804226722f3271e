package dev.migrate.operation;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.migrate.schema.ObjectName;

/**
 * Several changes of one table that belong together: one rebuild of the table where the database cannot alter it.
 *
 * @param table the table
 * @param changes in order, all of this table
 */
public record AlterTable(ObjectName table, List<Operation> changes) implements Operation, TableChange {

    /** Copies the list. */
    public AlterTable {
        changes = List.copyOf(changes);
    }

    @Override
    public String describe() {
        return "alter table " + table + ": "
                + String.join(", ", changes.stream().map(Operation::describe).toList());
    }

    @Override
    public @Nullable List<Operation> reverse() {
        return Reversal.of(changes, reversed -> List.of(new AlterTable(table, reversed)));
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
