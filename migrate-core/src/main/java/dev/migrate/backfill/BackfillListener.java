package dev.migrate.backfill;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import dev.migrate.error.MigrateException;

/** Told what this process does for backfills; what it throws ends the run. */
public interface BackfillListener {

    /** This process has begun to work on it. */
    default void started(BackfillStatus status) {}

    /** A batch of this process was committed. */
    default void batch(String name, long rows, Duration duration) {}

    /** How far it has come, at most once a second. */
    default void progress(BackfillStatus status) {}

    /** A batch was rolled back because of others and is tried again smaller. */
    default void retried(String name, MigrateException failure, Duration pause) {}

    /** The throttles say something else than before; {@code null} stands for nothing. */
    default void throttled(String name, @Nullable String why) {}

    /** This process has stopped working on it: it has finished, or somebody has stopped it. */
    default void ended(BackfillStatus status) {}
}
