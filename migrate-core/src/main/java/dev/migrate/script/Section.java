package dev.migrate.script;

import java.util.List;

import dev.migrate.operation.Operation;

/**
 * The operations of one direction of a script.
 *
 * @param operations in the order in which they run; empty for a deliberate no-op
 * @param transactional whether they run in one transaction, or one by one outside of any
 */
public record Section(List<Operation> operations, boolean transactional) {

    /** Copies the list. */
    public Section {
        operations = List.copyOf(operations);
    }
}
