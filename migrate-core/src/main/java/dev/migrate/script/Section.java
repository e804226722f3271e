package dev.migrate.script;

import java.util.List;

import dev.migrate.operation.Operation;

/**
 * The operations of one direction of a script.
 *
 * @param operations in the order in which they run; empty for a deliberate no-op
 * @param transactional whether they run in one transaction, or one by one outside of any
 * @param allowances which lint rules are silent about which of them
 */
public record Section(List<Operation> operations, boolean transactional, List<Allowance> allowances) {

    /** Copies the lists. */
    public Section {
        operations = List.copyOf(operations);
        allowances = List.copyOf(allowances);
    }

    /** Creates one about which no lint rule is silent. */
    public Section(List<Operation> operations, boolean transactional) {
        this(operations, transactional, List.of());
    }
}
