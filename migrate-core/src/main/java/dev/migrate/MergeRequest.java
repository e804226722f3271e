package dev.migrate;

import java.nio.file.Path;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.migrate.revision.Target;

/**
 * What a merge shall be.
 *
 * @param revisions what it joins
 * @param message one line, or {@code null} for one that names the revisions
 * @param splice whether it may join what is not a head
 * @param labels names of the branch that begins here
 * @param id its id, or {@code null} for a random one
 * @param location the folder to write into, or {@code null} for the configured one
 */
public record MergeRequest(
        List<Target> revisions,
        @Nullable String message,
        Splice splice,
        List<String> labels,
        @Nullable String id,
        @Nullable Path location) {}
