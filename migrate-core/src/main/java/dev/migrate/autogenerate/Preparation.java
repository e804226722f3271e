package dev.migrate.autogenerate;

import java.util.ArrayList;
import java.util.List;

import dev.migrate.operation.Operation;
import dev.migrate.schema.Schema;

/**
 * What has to happen before two schemas can be compared object by object.
 *
 * @param operations in their order, before all others
 * @param notes what a person should look at
 * @param actual what the database is after the operations
 */
record Preparation(List<Operation> operations, List<String> notes, Schema actual) {

    /** Copies the lists. */
    Preparation {
        operations = List.copyOf(operations);
        notes = List.copyOf(notes);
    }

    static Preparation of(Schema actual) {
        return new Preparation(List.of(), List.of(), actual);
    }

    /** Returns both, one after the other. */
    Preparation then(Preparation next) {
        List<Operation> all = new ArrayList<>(operations);
        all.addAll(next.operations());
        List<String> allNotes = new ArrayList<>(notes);
        allNotes.addAll(next.notes());
        return new Preparation(all, allNotes, next.actual());
    }
}
