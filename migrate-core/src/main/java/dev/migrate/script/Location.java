package dev.migrate.script;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.migrate.error.MigrateException;

/**
 * A place that revision scripts are loaded from.
 *
 * @param text as configured
 * @param path the folder as people are shown it, without the prefix and without a slash at the end
 * @param folder the folder in the file system, or {@code null} for one on the class path
 */
record Location(String text, String path, @Nullable Path folder) {

    private static final String CLASS_PATH = "classpath:";

    private static final String FILE = "file:";

    static Location of(String text) {
        String location = text.strip();
        if (location.startsWith(CLASS_PATH)) {
            return onClassPath(location, location.substring(CLASS_PATH.length()));
        }
        if (location.startsWith(FILE)) {
            return inFileSystem(location, location.substring(FILE.length()));
        }
        String hint = "Locations begin with classpath: or file:, and nothing is loaded from elsewhere.";
        String guess = location.indexOf(':') < 0 ? " Did you mean classpath:" + location + "?" : "";
        throw new MigrateException("Scripts cannot be loaded from the location '" + text + "'", hint + guess);
    }

    private static Location onClassPath(String text, String rest) {
        String path = withoutSlashes(rest);
        List<String> segments = List.of(path.split("/", -1));
        if (path.isEmpty() || path.indexOf('*') >= 0 || segments.contains("..") || segments.contains("")) {
            throw new MigrateException(
                    "The location '" + text + "' names no folder of the class path",
                    "Write it as in classpath:db/revisions, without wildcards; folders below are included.");
        }
        return new Location(text, path, null);
    }

    private static Location inFileSystem(String text, String rest) {
        String path = rest.startsWith("///") ? rest.substring(2) : rest;
        try {
            if (!path.isBlank() && !path.startsWith("//")) {
                return new Location(text, trimEnd(path), Path.of(path));
            }
        } catch (InvalidPathException e) {
            throw invalidPath(text, e);
        }
        throw invalidPath(text, null);
    }

    private static MigrateException invalidPath(String text, @Nullable Exception cause) {
        return new MigrateException(
                "The location '" + text + "' is no path of a folder",
                List.of(),
                "Write it as in file:src/main/resources/db/revisions.",
                cause);
    }

    private static String withoutSlashes(String path) {
        int start = 0;
        while (start < path.length() && path.charAt(start) == '/') {
            start++;
        }
        return trimEnd(path.substring(start));
    }

    private static String trimEnd(String path) {
        int end = path.length();
        while (end > 1 && path.charAt(end - 1) == '/') {
            end--;
        }
        return path.substring(0, end);
    }
}
