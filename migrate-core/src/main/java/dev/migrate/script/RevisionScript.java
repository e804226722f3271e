package dev.migrate.script;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.migrate.revision.Revision;

/**
 * One revision and its two lists of operations, whatever it was written in.
 *
 * @param revision the node of the graph
 * @param origin where the script was found
 * @param description the comment lines of the header that are not header lines, without their dashes; empty without any
 * @param created when the author created the revision, or {@code null} where the script does not say
 * @param upgrade what an upgrade runs
 * @param downgrade what a downgrade runs, or {@code null} where the revision cannot be downgraded
 * @param irreversible why the author says that it cannot be downgraded, or {@code null}; never set beside a downgrade
 * @param checksum SHA-256 over the canonical content, 64 hex digits
 * @param kind what the script is written in
 * @param requiresBackfills names of the backfills that must have finished before the upgrade
 */
public record RevisionScript(
        Revision revision,
        ScriptOrigin origin,
        String description,
        @Nullable Instant created,
        Section upgrade,
        @Nullable Section downgrade,
        @Nullable String irreversible,
        String checksum,
        ScriptKind kind,
        List<String> requiresBackfills) {

    /** Copies the list. */
    public RevisionScript {
        requiresBackfills = List.copyOf(requiresBackfills);
    }

    /** Creates the script of a revision that waits for no backfill. */
    public RevisionScript(
            Revision revision,
            ScriptOrigin origin,
            String description,
            @Nullable Instant created,
            Section upgrade,
            @Nullable Section downgrade,
            @Nullable String irreversible,
            String checksum,
            ScriptKind kind) {
        this(revision, origin, description, created, upgrade, downgrade, irreversible, checksum, kind, List.of());
    }

    /** Returns the id of the revision. */
    public String id() {
        return revision.id();
    }

    /** Returns the path as people are shown it, such as {@code db/revisions/2026_01_28_1430-7fa95b5a0eb7_events.sql}, or the name of its class. */
    public String path() {
        return origin.path();
    }

    /** Returns the line on which the script states its id, counted from 1, or 0 for a class. */
    public int headerLine() {
        return origin.headerLine();
    }

    /** Returns the line of an operation of the upgrade, counted from 0, in the source of a class; 0 where nobody knows. */
    public int lineOf(int operation) {
        return origin.lines().line(operation);
    }

    /** Returns the file that an editor can open, or {@code null} where the script does not lie in a file system. */
    public @Nullable Path file() {
        return origin.file();
    }
}
