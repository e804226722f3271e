package dev.migrate.script;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import dev.migrate.error.MigrateException;
import dev.migrate.error.Spelling;

/** Says everything that is wrong with the scripts, in one go. */
public final class InvalidScriptsException extends MigrateException {

    private final transient List<ScriptProblem> problems;

    /**
     * Creates the failure; its details hold each problem in a line, followed by its hint in an indented one.
     *
     * @param problems what is wrong, at least one
     */
    public InvalidScriptsException(List<ScriptProblem> problems) {
        this(problems, "revision scripts");
    }

    /** Creates the failure for scripts that people call otherwise. */
    InvalidScriptsException(List<ScriptProblem> problems, String where) {
        this(where, sorted(problems));
    }

    private InvalidScriptsException(String where, List<ScriptProblem> sorted) {
        super(
                Spelling.count(sorted.size(), "problem") + " in the " + where,
                lines(sorted),
                "Nothing was run. Correct the scripts and start again.",
                null);
        this.problems = sorted;
    }

    /** Returns the problems by path and line. */
    public List<ScriptProblem> problems() {
        return problems;
    }

    private static List<ScriptProblem> sorted(List<ScriptProblem> problems) {
        return problems.stream()
                .sorted(Comparator.comparing(ScriptProblem::path).thenComparingInt(ScriptProblem::line))
                .toList();
    }

    private static List<String> lines(List<ScriptProblem> problems) {
        List<String> lines = new ArrayList<>();
        for (ScriptProblem problem : problems) {
            lines.add(problem.toString());
            if (problem.hint() != null) {
                lines.add("  " + problem.hint());
            }
        }
        return lines;
    }
}
