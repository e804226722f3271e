package dev.migrate.operation;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.migrate.schema.ObjectName;
import dev.migrate.schema.Table;

/**
 * Removes a table with its rows.
 *
 * @param name the table
 * @param previous what it consisted of, {@code null} if the author did not say
 * @param condition what happens if there is none
 */
public record DropTable(ObjectName name, @Nullable Table previous, Existence condition) implements Operation {

    @Override
    public String describe() {
        return "drop table " + name;
    }

    @Override
    public @Nullable List<Operation> reverse() {
        return previous == null ? null : List.of(new CreateTable(previous, Existence.REQUIRED));
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
