package dev.migrate.script;

import java.util.List;

import dev.migrate.operation.Operation;

/**
 * An operation of a revision that is about to be written in Java.
 *
 * @param operation what it does
 * @param notes lines for people that stand above it
 */
public record NewOperation(Operation operation, List<String> notes) {

    /** Copies the list. */
    public NewOperation {
        notes = List.copyOf(notes);
    }
}
