package dev.migrate.script;

import org.jspecify.annotations.Nullable;

/**
 * One thing that is wrong with a script.
 *
 * @param path the script, as people are shown it
 * @param line the line, counted from 1, or 0 where no line can be named
 * @param message what is wrong
 * @param hint what to do about it, or {@code null} where the message says it
 */
public record ScriptProblem(
        String path, int line, String message, @Nullable String hint) {

    /** Returns path, line if there is one, and message in one line, the way compilers print them. */
    @Override
    public String toString() {
        return path + (line == 0 ? "" : ":" + line) + ": " + message;
    }
}
