package dev.migrate.autoconfigure;

import dev.migrate.error.MigrateException;

/** Spells a failure for people, who type the commands that it names. */
final class FailureText {

    private FailureText() {}

    /** Returns message and details, one a line, without the hint. */
    static String description(MigrateException failure, CommandWord word) {
        StringBuilder text = new StringBuilder(String.valueOf(failure.getMessage()));
        failure.details()
                .forEach(detail ->
                        text.append(System.lineSeparator()).append("  ").append(word.in(detail)));
        return text.toString();
    }

    /** Returns message, details and hint, one a line. */
    static String of(MigrateException failure, CommandWord word) {
        String description = description(failure, word);
        String hint = failure.hint();
        return hint == null ? description : description + System.lineSeparator() + "  Hint: " + word.in(hint);
    }
}
