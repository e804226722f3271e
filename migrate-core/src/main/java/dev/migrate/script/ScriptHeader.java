package dev.migrate.script;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.migrate.revision.Revision;

/**
 * What a script says before its first section, and where it was found.
 *
 * @param revision the node of the graph
 * @param origin where the script was found
 * @param description the comment lines of the header that are not header lines, without their dashes; empty without any
 * @param created when the author created the revision, or {@code null} where the script does not say
 * @param kind what the script is written in
 * @param requiresBackfills names of the backfills that must have finished before the upgrade
 */
public record ScriptHeader(
        Revision revision,
        ScriptOrigin origin,
        String description,
        @Nullable Instant created,
        ScriptKind kind,
        List<String> requiresBackfills) {

    /** Copies the list. */
    public ScriptHeader {
        requiresBackfills = List.copyOf(requiresBackfills);
    }

    /** Creates the header of a script that says nothing but what it is. */
    public ScriptHeader(Revision revision, ScriptOrigin origin, ScriptKind kind) {
        this(revision, origin, "", null, kind, List.of());
    }
}
