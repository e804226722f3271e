package dev.migrate.dialect;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

import org.jspecify.annotations.Nullable;

/**
 * A session that keeps another one waiting; what it runs is nobody's business.
 *
 * @param session how the database names it, for example {@code pid 4711}
 * @param user its database user, empty where it may not be seen
 * @param application what it calls itself, empty if it does not
 * @param since when its transaction began, {@code null} where it may not be seen
 * @param state what it does, for example {@code idle in transaction}; empty where it may not be seen
 */
public record BlockingSession(
        String session,
        String user,
        String application,
        @Nullable Instant since,
        String state) {

    /** Returns one line for people, for example {@code pid 4711 (app, psql), idle in transaction since 2026-01-28T14:30:00Z}. */
    public String describe() {
        String who = application.isEmpty() ? user : user + ", " + application;
        return session
                + (who.isEmpty() ? "" : " (" + who + ")")
                + (state.isEmpty() ? "" : ", " + state)
                + (since == null ? "" : " since " + since.truncatedTo(ChronoUnit.SECONDS));
    }
}
