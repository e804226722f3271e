package dev.migrate.script;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** Collects the problems of one file. */
final class Problems {

    private final String path;

    private final List<ScriptProblem> found = new ArrayList<>(0);

    Problems(String path) {
        this.path = path;
    }

    void add(int line, String message, @Nullable String hint) {
        found.add(new ScriptProblem(path, line, message, hint));
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    List<ScriptProblem> found() {
        return found;
    }
}
