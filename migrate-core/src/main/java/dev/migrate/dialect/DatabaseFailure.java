package dev.migrate.dialect;

import org.jspecify.annotations.Nullable;

/**
 * What a database said when it refused, without any value out of a row.
 *
 * @param sqlState five characters, or empty if there is none
 * @param message one line
 * @param hint what the database proposes, or {@code null}
 * @param position place in the statement, in characters from 1, or 0 if unknown
 * @param kind what the caller can do about it
 */
public record DatabaseFailure(
        String sqlState, String message, @Nullable String hint, int position, Kind kind) {

    /** What the caller can do about a failure. */
    public enum Kind {
        /** Somebody else was in the way: the same transaction may succeed a little later. */
        RETRYABLE,
        /** The connection is gone; whether a commit under way has happened is unknown. */
        DISCONNECTED,
        /** The database user lacks a privilege, or the database accepts no writes. */
        FORBIDDEN,
        /** Nothing but another script or another database will help. */
        PERMANENT
    }
}
