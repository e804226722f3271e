package dev.migrate.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import dev.migrate.error.MigrateException;
import dev.migrate.schema.ObjectName;

/** The list behind the methods of {@link Operations}. */
final class Recording implements Operations {

    private final Written written;

    private final @Nullable String schema;

    private Recording(Written written, @Nullable String schema) {
        this.written = written;
        this.schema = schema;
    }

    static List<Operation> of(Consumer<Operations> body, Consumer<Operation> watcher) {
        Written written = new Written(watcher);
        body.accept(new Recording(written, null));
        written.finished = true;
        return List.copyOf(written.operations);
    }

    @Override
    public Operations in(String other) {
        return new Recording(written, other);
    }

    @Override
    public void add(Operation operation) {
        if (written.finished) {
            throw new MigrateException(
                    "An operation was added after the revision had been recorded: " + operation.describe(),
                    "Code in op.run(…) works with its `jdbc` only; call op before or behind it.");
        }
        written.operations.add(operation);
        written.watcher.accept(operation);
    }

    @Override
    public ObjectName named(String name) {
        return new ObjectName(schema, name);
    }

    /** What the lists for all schemas share. */
    private static final class Written {

        private final List<Operation> operations = new ArrayList<>();

        private final Consumer<Operation> watcher;

        private boolean finished;

        Written(Consumer<Operation> watcher) {
            this.watcher = watcher;
        }
    }
}
