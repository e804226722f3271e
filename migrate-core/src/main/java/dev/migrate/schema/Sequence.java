package dev.migrate.schema;

import org.jspecify.annotations.Nullable;

/**
 * A source of numbers.
 *
 * @param name its name
 * @param start the first number
 * @param increment the step to the next
 * @param minimum or {@code null} for the database's own
 * @param maximum or {@code null} for the database's own
 * @param cache how many a session takes at once
 * @param wrap what happens at the end
 */
public record Sequence(
        ObjectName name,
        long start,
        long increment,
        @Nullable Long minimum,
        @Nullable Long maximum,
        long cache,
        Wrap wrap) {

    /** What happens when the numbers are used up. */
    public enum Wrap {
        /** The next one is refused. */
        NO_CYCLE,
        /** It begins again. */
        CYCLE
    }

    /** Returns one that begins with 1 and goes up by 1. */
    public static Sequence of(ObjectName name) {
        return new Sequence(name, 1, 1, null, null, 1, Wrap.NO_CYCLE);
    }
}
