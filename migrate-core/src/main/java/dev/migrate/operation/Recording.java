package dev.migrate.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import dev.migrate.schema.ObjectName;

/** The list behind the methods of {@link Operations}. */
final class Recording implements Operations {

    private final List<Operation> operations;

    private final @Nullable String schema;

    private Recording(List<Operation> operations, @Nullable String schema) {
        this.operations = operations;
        this.schema = schema;
    }

    static List<Operation> of(Consumer<Operations> body) {
        Recording recording = new Recording(new ArrayList<>(), null);
        body.accept(recording);
        return List.copyOf(recording.operations);
    }

    @Override
    public Operations in(String other) {
        return new Recording(operations, other);
    }

    @Override
    public void add(Operation operation) {
        operations.add(operation);
    }

    @Override
    public ObjectName named(String name) {
        return new ObjectName(schema, name);
    }
}
