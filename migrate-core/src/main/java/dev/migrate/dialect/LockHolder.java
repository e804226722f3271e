package dev.migrate.dialect;

import java.time.Instant;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * The session that holds the migration lock.
 *
 * @param session how the database names the session, for example {@code pid 4711}
 * @param user its database user
 * @param application what it calls itself, empty if it does not
 * @param since when it connected, or {@code null} where this connection may not see it
 * @param activity changes whenever the session does something; equal values mean that nothing has moved, and an empty one that this
 *     connection may not see it
 */
public record LockHolder(
        String session,
        String user,
        String application,
        @Nullable Instant since,
        String activity) {

    /**
     * Tells whether anything has moved between two looks at the lock. What this connection may not see may get on, and the lock ends
     * with its session at the latest.
     *
     * @param before who held it at the first, {@code null} if nobody did
     * @param now who holds it, {@code null} if nobody does
     */
    public static boolean haveMoved(@Nullable LockHolder before, @Nullable LockHolder now) {
        return !Objects.equals(before, now) || (now != null && now.activity.isEmpty());
    }

    /** Returns one line for people, for example {@code pid 4711 (deploy, migrate meetings)}. */
    public String describe() {
        return session + " (" + user + (application.isEmpty() ? "" : ", " + application) + ")";
    }
}
