package dev.migrate.operation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.migrate.schema.ObjectName;

/**
 * Inserts rows.
 *
 * @param table the table
 * @param columns their names
 * @param rows each with a value for every column: text, number, boolean, date or time, bytes, UUID, {@code SqlExpression} or {@code null}
 */
public record InsertRows(ObjectName table, List<String> columns, List<List<@Nullable Object>> rows)
        implements Operation {

    /** Copies the lists, and refuses rows of another length. */
    public InsertRows {
        columns = List.copyOf(columns);
        rows = rows.stream()
                .map(row -> Collections.unmodifiableList(new ArrayList<>(row)))
                .toList();
        for (List<@Nullable Object> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException(
                        "A row has " + row.size() + " values for " + columns.size() + " columns");
            }
        }
    }

    @Override
    public String describe() {
        return "insert " + rows.size() + " rows into " + table;
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
