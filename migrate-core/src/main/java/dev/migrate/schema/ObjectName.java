package dev.migrate.schema;

import org.jspecify.annotations.Nullable;

/**
 * The name of an object that lives in a schema, exactly as the database keeps it: never folded, never quoted.
 *
 * @param schema the schema, or {@code null} for the one that the run works in
 * @param name the name in it, not empty
 */
public record ObjectName(@Nullable String schema, String name) implements Comparable<ObjectName> {

    /** Refuses names that no database can have. */
    public ObjectName {
        if (name.isEmpty() || name.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("A name is neither empty nor holds a NUL character");
        }
    }

    /** Returns a name in the schema that the run works in. */
    public static ObjectName of(String name) {
        return new ObjectName(null, name);
    }

    /** Returns another name in the same schema. */
    public ObjectName sibling(String other) {
        return new ObjectName(schema, other);
    }

    @Override
    public int compareTo(ObjectName other) {
        int bySchema = (schema == null ? "" : schema).compareTo(other.schema == null ? "" : other.schema);
        return bySchema != 0 ? bySchema : name.compareTo(other.name);
    }

    /** Returns {@code schema.name} for people. */
    @Override
    public String toString() {
        return schema == null ? name : schema + "." + name;
    }
}
