package dev.migrate.run;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

import dev.migrate.script.RevisionScript;

/**
 * One revision and what the history tells of it.
 *
 * @param script the revision's script
 * @param state where it stands
 * @param appliedAt when it was applied or stamped last, or {@code null} if the history does not tell
 * @param duration how long that took, or {@code null}
 * @param appliedBy the database user, or {@code null}
 */
public record RevisionDetail(
        RevisionScript script,
        RevisionState state,
        @Nullable Instant appliedAt,
        @Nullable Duration duration,
        @Nullable String appliedBy) {}
