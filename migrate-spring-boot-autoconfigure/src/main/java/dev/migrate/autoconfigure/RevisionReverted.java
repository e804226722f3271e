package dev.migrate.autoconfigure;

import java.time.Duration;

import dev.migrate.revision.Revision;

/**
 * A Spring event: the downgrade of a revision has been run.
 *
 * @param revision what is no longer applied
 * @param duration how long it took
 */
public record RevisionReverted(Revision revision, Duration duration) {}
