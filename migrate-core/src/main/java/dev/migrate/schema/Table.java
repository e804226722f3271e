package dev.migrate.schema;

import java.util.Comparator;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A table without its indexes.
 *
 * @param name its name
 * @param columns in their order
 * @param constraints in the order in which they are spelled
 * @param comment empty for none
 */
public record Table(ObjectName name, List<Column> columns, List<Constraint> constraints, String comment) {

    /** Copies the lists. */
    public Table {
        columns = List.copyOf(columns);
        constraints = List.copyOf(constraints);
    }

    /** Returns the column of this name, or {@code null}. */
    public @Nullable Column column(String column) {
        return columns.stream().filter(c -> c.name().equals(column)).findFirst().orElse(null);
    }

    Table unordered() {
        return new Table(
                name,
                columns.stream().sorted(Comparator.comparing(Column::name)).toList(),
                constraints.stream()
                        .sorted(Comparator.comparing(Constraint::toString))
                        .toList(),
                comment);
    }
}
