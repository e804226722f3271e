package dev.migrate.lint.trace;

import java.time.Duration;

import dev.migrate.lint.effect.Effect;
import dev.migrate.lint.rule.Finding;

/**
 * One statement and what it cost on a copy.
 *
 * @param place where it is written
 * @param sql its text, empty for Java code
 * @param effect what the server says; of one outside of a transaction what a second session has seen of it
 * @param duration how long it took
 */
public record TracedStatement(Finding.Place place, String sql, Effect effect, Duration duration) {}
