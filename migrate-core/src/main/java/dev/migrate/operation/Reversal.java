package dev.migrate.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

/** Turns a list of operations round. */
public final class Reversal {

    private Reversal() {}

    /** Returns the reverse of each, the last first, or {@code null} if one of them has none. */
    public static @Nullable List<Operation> of(List<Operation> operations) {
        return of(operations, reversed -> reversed);
    }

    static @Nullable List<Operation> of(List<Operation> operations, UnaryOperator<List<Operation>> finish) {
        List<Operation> reversed = new ArrayList<>();
        for (int i = operations.size() - 1; i >= 0; i--) {
            List<Operation> reverse = operations.get(i).reverse();
            if (reverse == null) {
                return null;
            }
            reversed.addAll(reverse);
        }
        return finish.apply(List.copyOf(reversed));
    }

    /** Returns those that have no reverse. */
    public static List<Operation> missing(List<Operation> operations) {
        return operations.stream()
                .filter(operation -> operation.reverse() == null)
                .toList();
    }
}
