package dev.migrate.schema;

import java.util.List;

/**
 * A type with conditions of its own.
 *
 * @param name its name
 * @param type what it is underneath
 * @param nullable whether it may be empty
 * @param defaultValue what a column of it gets where an insert says nothing
 * @param checks conditions over {@code VALUE}
 */
public record Domain(
        ObjectName name, ColumnType type, boolean nullable, DefaultValue defaultValue, List<Check> checks) {

    /** Copies the list. */
    public Domain {
        checks = List.copyOf(checks);
    }
}
