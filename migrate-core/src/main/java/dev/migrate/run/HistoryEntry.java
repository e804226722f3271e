package dev.migrate.run;

import org.jspecify.annotations.Nullable;

import dev.migrate.revision.Direction;
import dev.migrate.revision.Heads;

/** One event about to be written; zero and {@code null} stand for what does not apply. */
record HistoryEntry(
        String event,
        Direction direction,
        @Nullable String revision,
        Heads heads,
        int statement,
        Hashes hashes,
        @Nullable String elapsedSince,
        Failure failure) {

    private static final Hashes NO_HASHES = new Hashes(null, null, null);

    private static final Failure NO_FAILURE = new Failure(null, null);

    static HistoryEntry of(String event, Direction direction, @Nullable String revision, Heads heads) {
        return new HistoryEntry(event, direction, revision, heads, 0, NO_HASHES, null, NO_FAILURE);
    }

    HistoryEntry at(int number) {
        return new HistoryEntry(event, direction, revision, heads, number, hashes, elapsedSince, failure);
    }

    HistoryEntry hashes(@Nullable String content, @Nullable String node) {
        return with(new Hashes(content, node, hashes.directory()));
    }

    HistoryEntry directory(@Nullable String hash) {
        return with(new Hashes(hashes.content(), hashes.node(), hash));
    }

    HistoryEntry since(String expression) {
        return new HistoryEntry(event, direction, revision, heads, statement, hashes, expression, failure);
    }

    HistoryEntry failure(String state, String text) {
        return new HistoryEntry(
                event, direction, revision, heads, statement, hashes, elapsedSince, new Failure(state, text));
    }

    private HistoryEntry with(Hashes other) {
        return new HistoryEntry(event, direction, revision, heads, statement, other, elapsedSince, failure);
    }

    /** What the event says of the script, of all below it, and of all scripts. */
    record Hashes(
            @Nullable String content,
            @Nullable String node,
            @Nullable String directory) {}

    /** What the database said. */
    record Failure(@Nullable String sqlState, @Nullable String message) {

        /** Leaves NUL characters out of the message, which no database keeps. */
        Failure {
            message = message == null ? null : message.replace("\0", "");
        }
    }
}
