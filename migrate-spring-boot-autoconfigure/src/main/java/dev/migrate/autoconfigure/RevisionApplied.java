package dev.migrate.autoconfigure;

import java.time.Duration;

import dev.migrate.revision.Revision;

/**
 * A Spring event: a revision has been applied. Events of the start-up are published once the context is refreshed.
 *
 * @param revision what has been applied
 * @param duration how long it took
 */
public record RevisionApplied(Revision revision, Duration duration) {}
