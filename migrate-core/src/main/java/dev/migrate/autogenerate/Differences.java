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

    private final List<Operation> leaving = new ArrayList<>();

    private final List<String> notes = new ArrayList<>();

    private final List<String> leftAlone = new ArrayList<>();

    private final Set<ObjectName> changed = new HashSet<>();

    private final SchemaFilter filter;

    Differences(SchemaFilter filter) {
        this.filter = filter;
    }

    /** Adds an operation that no spelling of the model explains away. */
    void add(Operation operation) {
        if (isIncluded(operation)) {
            operations.add(operation);
        }
    }

    /** Adds an operation on a table that both sides have. */
    void add(ObjectName table, Operation operation) {
        if (isIncluded(operation)) {
            changed.add(table);
            operations.add(operation);
        }
    }

    private boolean isIncluded(Operation operation) {
        SchemaPart subject = Subject.of(operation);
        return subject == null || filter.includes(subject);
    }

    /** Adds an operation of those that end with a table's going, which stay in their order. */
    void leave(Operation operation) {
        leaving.add(operation);
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

    Proposal proposal(Preparation preparation) {
        List<Operation> all = new ArrayList<>(preparation.operations());
        all.addAll(OperationOrder.sorted(operations, leaving));
        List<String> allNotes = new ArrayList<>(preparation.notes());
        allNotes.addAll(notes);
        return new Proposal(all, allNotes, leftAlone);
    }
}
