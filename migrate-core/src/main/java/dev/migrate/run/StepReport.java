package dev.migrate.run;

import java.time.Duration;

import dev.migrate.revision.Step;

/**
 * A step that was carried out.
 *
 * @param step the step
 * @param duration how long it took, its commit included
 */
public record StepReport(Step step, Duration duration) {}
