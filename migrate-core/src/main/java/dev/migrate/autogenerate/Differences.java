package dev.migrate.autogenerate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import dev.migrate.operation.Operation;
import dev.migrate.schema.ObjectName;

/** Collects what comparisons find. */
final class Differences {

    private final List<Operation> operations = new ArrayList<>();

    private final List<String> notes = new ArrayList<>();

    private final List<String> leftAlone = new ArrayList<>();

    private final Set<ObjectName> changed = new HashSet<>();

    /** Adds an operation that no spelling of the model explains away. */
    void add(Operation operation) {
        operations.add(operation);
    }

    /** Adds an operation on a table that both sides have. */
    void add(ObjectName table, Operation operation) {
        changed.add(table);
        operations.add(operation);
    }

    /** Adds a line about what a person should look at. */
    void note(String line) {
        notes.add(line);
    }

    /** Adds a line about what the database has beyond the model. */
    void leaveAlone(String line) {
        leftAlone.add(line);
    }

    /** Returns the tables of both sides that seem to differ. */
    Set<ObjectName> changed() {
        return changed;
    }

    Proposal proposal() {
        return new Proposal(OperationOrder.sorted(operations), notes, leftAlone);
    }
}
