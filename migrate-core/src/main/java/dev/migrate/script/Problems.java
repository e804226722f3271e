package dev.migrate.script;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** Collects the problems of one file. */
final class Problems {

    private final String path;

    /** Of thousands of files hardly one has any. */
    private List<ScriptProblem> found = List.of();

    Problems(String path) {
        this.path = path;
    }

    void add(int line, String message, @Nullable String hint) {
        if (found.isEmpty()) {
            found = new ArrayList<>();
        }
        found.add(new ScriptProblem(path, line, message, hint));
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    List<ScriptProblem> found() {
        return found;
    }
}
