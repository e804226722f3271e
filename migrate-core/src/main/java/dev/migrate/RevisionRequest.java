package dev.migrate;

import java.nio.file.Path;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.migrate.revision.Target;
import dev.migrate.script.ScriptKind;

/**
 * What a new revision shall be.
 *
 * @param message one line that says what it does
 * @param heads what it revises; empty for the one head
 * @param splice whether it may branch off below a head
 * @param labels names of the branch that begins here
 * @param dependsOn ids or labels of revisions that must be applied before
 * @param id its id, or {@code null} for a random one
 * @param location the folder to write into, or {@code null} for the configured one
 * @param kind what it is written in
 */
public record RevisionRequest(
        String message,
        List<Target> heads,
        Splice splice,
        List<String> labels,
        List<String> dependsOn,
        @Nullable String id,
        @Nullable Path location,
        ScriptKind kind) {

    /** Creates a request for an SQL script. */
    public RevisionRequest(
            String message,
            List<Target> heads,
            Splice splice,
            List<String> labels,
            List<String> dependsOn,
            @Nullable String id,
            @Nullable Path location) {
        this(message, heads, splice, labels, dependsOn, id, location, ScriptKind.SQL);
    }
}
