package dev.migrate.script;

/** Tells scripts from other files by their names. */
final class ScriptNames {

    static final String SUFFIX = ".sql";

    private ScriptNames() {}

    static boolean isScript(String path) {
        return path.regionMatches(true, path.length() - SUFFIX.length(), SUFFIX, 0, SUFFIX.length());
    }

    static boolean isHidden(String name) {
        return name.startsWith(".");
    }

    /** Tells whether the path of a script, or of a folder above it, is hidden. */
    static boolean isHiddenPath(String path) {
        return path.startsWith(".") || path.contains("/.");
    }
}
