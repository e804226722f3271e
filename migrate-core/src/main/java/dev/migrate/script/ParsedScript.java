package dev.migrate.script;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.migrate.revision.Revision;

/**
 * What became of one file.
 *
 * @param origin where it was found
 * @param revision its node, also where other parts of the file are wrong; {@code null} without a usable id
 * @param script the script, or {@code null} where there are problems
 * @param problems what is wrong with it
 */
record ParsedScript(
        ScriptOrigin origin,
        @Nullable Revision revision,
        @Nullable RevisionScript script,
        List<ScriptProblem> problems) {

    /** Returns what becomes of a file that cannot be read. */
    static ParsedScript unreadable(ScriptFile file) {
        Problems problems = new Problems(file.path());
        problems.add(1, "The file cannot be read", "Check the permissions of the user that runs this.");
        return new ParsedScript(new ScriptOrigin(file.path(), 1, file.file()), null, null, problems.found());
    }
}
