package dev.migrate.operation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import dev.migrate.schema.ObjectName;

/** Rows being described, see {@link Operations#insert(String, Consumer)}. */
public final class RowsDefinition {

    private List<String> columns = List.of();

    private final List<List<@Nullable Object>> rows = new ArrayList<>();

    private RowsDefinition() {}

    /** Names the columns, once and first. */
    public RowsDefinition columns(String... names) {
        columns = List.of(names);
        return this;
    }

    /** Adds a row with a value for every column: text, number, boolean, date or time, bytes, UUID, SQL or nothing. */
    public RowsDefinition row(@Nullable Object... values) {
        rows.add(new ArrayList<>(Arrays.asList(values)));
        return this;
    }

    static InsertRows build(ObjectName table, Consumer<RowsDefinition> definition) {
        RowsDefinition rows = new RowsDefinition();
        definition.accept(rows);
        return new InsertRows(table, rows.columns, rows.rows);
    }
}
