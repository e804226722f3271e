package dev.migrate.run;

import java.sql.SQLException;

import org.jspecify.annotations.Nullable;

import dev.migrate.revision.Heads;
import dev.migrate.script.FoundScripts;

/**
 * Recognizes a database that nothing has happened to since a run brought it to the heads of exactly these scripts. They need not be
 * looked into then, however many they are.
 */
public final class QuickLook {

    private QuickLook() {}

    /** Returns the status, or {@code null} if more must be read to tell it. */
    public static @Nullable MigrationStatus status(Session session, FoundScripts scripts) throws SQLException {
        String hash = scripts.hash();
        Heads heads = hash == null ? null : new Books(session).broughtTo(hash);
        return heads == null ? null : MigrationStatus.upToDate(session.info(), heads, scripts.size());
    }
}
