package dev.migrate.script;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * A script that was found and can be read.
 *
 * @param path as people are shown it
 * @param file the file, or {@code null} where it does not lie in a file system
 * @param content its bytes; read once, so that what is hashed is what runs
 */
record ScriptFile(String path, @Nullable Path file, Content content) implements Comparable<ScriptFile> {

    @Override
    public int compareTo(ScriptFile other) {
        return path.compareTo(other.path);
    }

    /** Bytes that may have to be fetched. */
    @FunctionalInterface
    interface Content {

        /**
         * Reads the bytes unless that has happened already.
         *
         * @param seen what was read before, each file under one name however it is reached; takes this one in
         * @return the bytes, or {@code null} where there is nothing to load
         */
        byte @Nullable [] read(Set<String> seen) throws IOException;
    }
}
