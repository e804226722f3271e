package dev.migrate.script;

import org.jspecify.annotations.Nullable;

/**
 * What a script says in its sections.
 *
 * @param upgrade what an upgrade runs
 * @param downgrade what a downgrade runs, or {@code null} where the revision cannot be downgraded
 * @param irreversible why the author says that it cannot be downgraded, or {@code null}; never set beside a downgrade
 * @param checksum SHA-256 over the canonical content of the whole script, 64 hex digits
 */
public record ScriptBody(
        Section upgrade,
        @Nullable Section downgrade,
        @Nullable String irreversible,
        String checksum) {}
