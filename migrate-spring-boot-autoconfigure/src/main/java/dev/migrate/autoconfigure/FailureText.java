package dev.migrate.autoconfigure;

import dev.migrate.error.MigrateException;

/** Spells a failure for people. */
final class FailureText {

    private FailureText() {}

    /** Returns message and details, one a line, without the hint. */
    static String description(MigrateException failure) {
        StringBuilder text = new StringBuilder(String.valueOf(failure.getMessage()));
        failure.details()
                .forEach(detail ->
                        text.append(System.lineSeparator()).append("  ").append(detail));
        return text.toString();
    }

    /** Returns message, details and hint, one a line. */
    static String of(MigrateException failure) {
        String description = description(failure);
        String hint = failure.hint();
        return hint == null ? description : description + System.lineSeparator() + "  Hint: " + hint;
    }
}
