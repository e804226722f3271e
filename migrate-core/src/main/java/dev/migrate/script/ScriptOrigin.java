package dev.migrate.script;

import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

/**
 * Where a script was found.
 *
 * @param path as people are shown it: the location without its prefix and the file below it, or the full name of a class
 * @param headerLine the line that states the id of the revision, counted from 1, or 0 for a class
 * @param file the file that an editor can open, or {@code null} where the script does not lie in a file system
 * @param lines where the operations of a class are written; those of a file know it themselves
 */
public record ScriptOrigin(
        String path, int headerLine, @Nullable Path file, OperationLines lines) {

    /** Creates the origin of a script that is no class. */
    public ScriptOrigin(String path, int headerLine, @Nullable Path file) {
        this(path, headerLine, file, OperationLines.UNKNOWN);
    }
}
