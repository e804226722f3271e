package dev.migrate.lint;

import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.migrate.lint.rule.NamePattern;
import dev.migrate.lint.rule.Thresholds;

/**
 * How revisions are linted.
 *
 * @param mode what runs do about findings
 * @param enabled the ids of rules that are asked although they are optional
 * @param disabled the ids of rules that are not asked
 * @param thresholds from when on things matter
 * @param names what new names are to look like
 * @param postgresqlVersion the major version that revisions are for, or {@code null} to ask the database
 */
public record LintSettings(
        LintMode mode,
        Set<String> enabled,
        Set<String> disabled,
        Thresholds thresholds,
        NamePattern names,
        @Nullable Integer postgresqlVersion) {

    /** Copies the sets. */
    public LintSettings {
        enabled = Set.copyOf(enabled);
        disabled = Set.copyOf(disabled);
    }

    /** Creates settings for the usual names. */
    public LintSettings(
            LintMode mode,
            Set<String> enabled,
            Set<String> disabled,
            Thresholds thresholds,
            @Nullable Integer postgresqlVersion) {
        this(mode, enabled, disabled, thresholds, NamePattern.usual(), postgresqlVersion);
    }

    /** Returns the usual rules, and runs that do not ask them. */
    public static LintSettings off() {
        return new LintSettings(LintMode.OFF, Set.of(), Set.of(), Thresholds.usual(), null);
    }

    /** Returns the same with another mode. */
    public LintSettings with(LintMode other) {
        return new LintSettings(other, enabled, disabled, thresholds, names, postgresqlVersion);
    }
}
