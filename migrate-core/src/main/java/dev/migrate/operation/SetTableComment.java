package dev.migrate.operation;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.migrate.schema.ObjectName;

/**
 * Says what a table is for.
 *
 * @param table the table
 * @param comment the text, empty for none
 * @param previous the text before, empty for none, {@code null} if the author did not say
 */
public record SetTableComment(
        ObjectName table, String comment, @Nullable String previous) implements Operation {

    @Override
    public String describe() {
        return "comment on table " + table;
    }

    @Override
    public @Nullable List<Operation> reverse() {
        return previous == null ? null : List.of(new SetTableComment(table, previous, comment));
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
