package dev.migrate.autoconfigure;

import dev.migrate.error.MigrateException;

/**
 * A Spring event: a run has failed.
 *
 * <p>A failure that ends the start-up is not published: no bean is there to hear it, and {@code ApplicationFailedEvent} says it.
 *
 * @param failure what happened and what to do
 */
public record MigrationFailed(MigrateException failure) {}
