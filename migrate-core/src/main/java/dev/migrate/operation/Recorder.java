package dev.migrate.operation;

import dev.migrate.schema.ObjectName;

/** What all groups of operations share. */
interface Recorder {

    /**
     * Writes an operation down.
     *
     * @param operation one of the library's own, made by hand, or a {@link CustomOperation}
     */
    void add(Operation operation);

    /** Returns the name in the schema of this list. */
    ObjectName named(String name);
}
