package dev.migrate.dialect;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import dev.migrate.operation.Operation;
import dev.migrate.operation.Operations;
import dev.migrate.operation.Reversal;

import static java.util.Objects.requireNonNull;

/** Every operation with every option, each with what it needs before and a way back. */
final class OperationSamples {

    /**
     * One sample.
     *
     * @param title unlike that of all others
     * @param before what must be there
     * @param up the operations that it is about
     * @param down takes them back
     */
    record Sample(String title, List<Operation> before, List<Operation> up, List<Operation> down) {

        @Override
        public String toString() {
            return title;
        }
    }

    /** Writes samples down. */
    static final class Samples {

        private final List<Sample> samples = new ArrayList<>();

        List<Sample> all() {
            return samples;
        }

        /** Adds a sample that can be reversed. */
        void add(String title, Consumer<Operations> before, Consumer<Operations> up) {
            add(title, before, up, null);
        }

        /** Adds a sample that says itself how it is taken back. */
        void add(
                String title,
                Consumer<Operations> before,
                Consumer<Operations> up,
                @Nullable Consumer<Operations> down) {
            List<Operation> operations = Operations.record(up);
            List<Operation> back =
                    down == null ? requireNonNull(Reversal.of(operations), title) : Operations.record(down);
            samples.add(new Sample(title, Operations.record(before), operations, back));
        }
    }

    private OperationSamples() {}

    static List<Sample> all() {
        Samples samples = new Samples();
        TableSamples.addTo(samples);
        IndexSamples.addTo(samples);
        TypeSamples.addTo(samples);
        ObjectSamples.addTo(samples);
        return samples.all();
    }

    /** Does nothing. */
    static void nothing(Operations op) {}
}
