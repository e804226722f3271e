package dev.migrate.schema;

import java.util.List;

/**
 * A type that is a list of words.
 *
 * @param name its name
 * @param values in their order
 */
public record EnumType(ObjectName name, List<String> values) {

    /** Copies the list. */
    public EnumType {
        values = List.copyOf(values);
    }
}
