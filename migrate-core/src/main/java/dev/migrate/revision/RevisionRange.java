package dev.migrate.revision;

import org.jspecify.annotations.Nullable;

/**
 * A part of the history as somebody typed it: {@code FROM:TO}, both ends included, either of which may be left out.
 *
 * @param from the older end, or {@code null} for the very beginning
 * @param to the newer end, or {@code null} for all heads
 */
public record RevisionRange(@Nullable Target from, @Nullable Target to) {

    /**
     * Reads a range.
     *
     * @throws RevisionException if the text has not exactly one colon, or an end is not a target
     */
    public static RevisionRange parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 0 || colon != text.lastIndexOf(':')) {
            throw RevisionException.invalidRange(text);
        }
        return new RevisionRange(end(text.substring(0, colon)), end(text.substring(colon + 1)));
    }

    /** Returns the whole history. */
    public static RevisionRange all() {
        return new RevisionRange(null, null);
    }

    /** Tells whether what this means depends on what is applied: a count may start at the other end of the range instead. */
    public boolean namesCurrent() {
        boolean fromEnd = from != null && from.symbol() == null;
        boolean toEnd = to != null && to.symbol() == null;
        return (from != null && from.namesCurrent() && !(from.offset() < 0 && fromEnd && !toEnd))
                || (to != null && to.namesCurrent() && !(to.offset() > 0 && toEnd && !fromEnd));
    }

    private static @Nullable Target end(String text) {
        return text.isEmpty() ? null : Target.parse(text);
    }

    /** Returns what was typed. */
    @Override
    public String toString() {
        return (from == null ? "" : from) + ":" + (to == null ? "" : to);
    }
}
