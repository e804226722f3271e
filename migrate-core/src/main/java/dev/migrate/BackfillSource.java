package dev.migrate;

import java.util.List;

import dev.migrate.backfill.BackfillSettings;

/**
 * Where backfills are, and how they run.
 *
 * @param locations where files that define backfills are, {@code classpath:} or {@code file:}
 * @param run how they run
 */
public record BackfillSource(List<String> locations, BackfillSettings run) {

    /** Copies the list. */
    public BackfillSource {
        locations = List.copyOf(locations);
    }

    /** Returns what an application gets that configures nothing. */
    public static BackfillSource defaults() {
        return new BackfillSource(List.of("classpath:db/backfills"), BackfillSettings.defaults());
    }
}
