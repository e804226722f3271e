package dev.migrate.test;

import java.util.function.Supplier;

import dev.migrate.error.MigrateException;

/** Turns a failure of ours into a failed assertion that shows message, details and hint. */
final class FailureText {

    private FailureText() {}

    /**
     * Does something that has to work.
     *
     * @param problem what the assertion says if it does not
     */
    static <T> T during(String problem, Supplier<T> work) {
        try {
            return work.get();
        } catch (MigrateException e) {
            throw new AssertionError(of(problem, e), e);
        }
    }

    private static String of(String problem, MigrateException failure) {
        StringBuilder text = new StringBuilder(problem).append(": ").append(failure.getMessage());
        failure.details().forEach(line -> text.append("\n  ").append(line));
        if (failure.hint() != null) {
            text.append("\nTo do: ").append(failure.hint());
        }
        return text.toString();
    }
}
