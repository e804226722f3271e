package dev.migrate.dialect;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What one session sees of another that is at work.
 *
 * @param blockers sessions that the other one waits for, often none
 * @param progress how far its statement is, {@code null} where the database does not tell
 */
public record SessionSight(
        List<BlockingSession> blockers, @Nullable StatementProgress progress) {

    /** Copies the list. */
    public SessionSight {
        blockers = List.copyOf(blockers);
    }

    /** Returns the sight of a session of which nothing can be seen. */
    public static SessionSight nothing() {
        return new SessionSight(List.of(), null);
    }
}
