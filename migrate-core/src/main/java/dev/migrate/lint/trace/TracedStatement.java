package dev.migrate.lint.trace;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import dev.migrate.lint.effect.Effect;
import dev.migrate.lint.rule.Finding;

/**
 * One statement and what it cost on a copy.
 *
 * @param place where it is written
 * @param sql its text, empty for Java code
 * @param effect what the server says, or {@code null} for one that ran outside of a transaction, whose locks were gone at its end
 * @param duration how long it took
 */
public record TracedStatement(
        Finding.Place place, String sql, @Nullable Effect effect, Duration duration) {}
