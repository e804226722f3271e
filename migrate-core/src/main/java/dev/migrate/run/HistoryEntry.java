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
        @Nullable String checksum,
        @Nullable String nodeHash,
        @Nullable String directoryHash,
        @Nullable String elapsedSince,
        @Nullable String sqlState,
        @Nullable String message) {

    /** Leaves NUL characters out of the message, which no database keeps. */
    HistoryEntry {
        message = message == null ? null : message.replace("\0", "");
    }

    static HistoryEntry of(String event, Direction direction, @Nullable String revision, Heads heads) {
        return new HistoryEntry(event, direction, revision, heads, 0, null, null, null, null, null, null);
    }

    HistoryEntry at(int number) {
        return new HistoryEntry(
                event,
                direction,
                revision,
                heads,
                number,
                checksum,
                nodeHash,
                directoryHash,
                elapsedSince,
                sqlState,
                message);
    }

    HistoryEntry hashes(@Nullable String content, @Nullable String node) {
        return new HistoryEntry(
                event,
                direction,
                revision,
                heads,
                statement,
                content,
                node,
                directoryHash,
                elapsedSince,
                sqlState,
                message);
    }

    HistoryEntry directory(@Nullable String hash) {
        return new HistoryEntry(
                event,
                direction,
                revision,
                heads,
                statement,
                checksum,
                nodeHash,
                hash,
                elapsedSince,
                sqlState,
                message);
    }

    HistoryEntry since(String expression) {
        return new HistoryEntry(
                event,
                direction,
                revision,
                heads,
                statement,
                checksum,
                nodeHash,
                directoryHash,
                expression,
                sqlState,
                message);
    }

    HistoryEntry failure(String state, String text) {
        return new HistoryEntry(
                event,
                direction,
                revision,
                heads,
                statement,
                checksum,
                nodeHash,
                directoryHash,
                elapsedSince,
                state,
                text);
    }
}
