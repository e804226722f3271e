package dev.migrate.error;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A failure that its reader can act on: the message says what happened, the {@link #hint() hint} what to do.
 *
 * <p>Every exception of this library is one of these. The command line prints message, details and hint without a stack
 * trace; at start-up a failure analyzer shows the same three.
 */
public class MigrateException extends RuntimeException {

    private final List<String> details;

    private final @Nullable String hint;

    /**
     * Creates a failure without details.
     *
     * @param message one line that says what happened
     * @param hint what to do about it, or {@code null} where the message says it
     */
    public MigrateException(String message, @Nullable String hint) {
        this(message, List.of(), hint, null);
    }

    /**
     * Creates a failure.
     *
     * @param message one line that says what happened
     * @param details further lines, such as the place in a script and the state that the database is left in
     * @param hint what to do about it, or {@code null} where the message says it
     * @param cause what was caught, or {@code null}
     */
    public MigrateException(String message, List<String> details, @Nullable String hint, @Nullable Throwable cause) {
        super(message, cause);
        this.details = List.copyOf(details);
        this.hint = hint;
    }

    /** Returns the lines that belong under the message, never {@code null}, often empty. */
    public List<String> details() {
        return details;
    }

    /** Returns what to do, or {@code null} where the message says it already. */
    public @Nullable String hint() {
        return hint;
    }
}
