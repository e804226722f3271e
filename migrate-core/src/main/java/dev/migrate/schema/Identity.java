package dev.migrate.schema;

/**
 * How a column numbers its rows by itself.
 *
 * @param mode whether an insert may give a number of its own
 * @param start the first number
 * @param increment the step to the next
 */
public record Identity(Mode mode, long start, long increment) {

    /** Whether an insert may give a number of its own. */
    public enum Mode {
        /** Only with {@code OVERRIDING SYSTEM VALUE}. */
        ALWAYS,
        /** Yes. */
        BY_DEFAULT
    }

    /** Tells whether the numbers of both go the same way, up or down. */
    public boolean countsLike(Identity other) {
        return Long.signum(increment) == Long.signum(other.increment);
    }

    /** Returns one that begins with 1 and goes up by 1. */
    public static Identity of(Mode mode) {
        return new Identity(mode, 1, 1);
    }
}
