package dev.migrate.script;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.migrate.revision.GraphProblem;
import dev.migrate.revision.Revision;
import dev.migrate.revision.RevisionException;
import dev.migrate.revision.RevisionGraph;

/** Makes a directory of parsed scripts, or one report of all that is wrong with them. */
final class DirectoryBuilder {

    private final List<ParsedScript> parsed;

    private final List<ScriptProblem> problems;

    private DirectoryBuilder(List<ParsedScript> parsed, List<ScriptProblem> problems) {
        this.parsed = parsed;
        this.problems = problems;
    }

    /**
     * Builds it.
     *
     * @param hash over all the scripts, {@code null} if there is none
     */
    static ScriptDirectory build(
            List<ParsedScript> parsed,
            List<ScriptProblem> otherProblems,
            List<String> missingLocations,
            @Nullable String hash) {
        return new DirectoryBuilder(parsed, new ArrayList<>(otherProblems)).directory(missingLocations, hash);
    }

    private ScriptDirectory directory(List<String> missingLocations, @Nullable String hash) {
        List<Revision> revisions = new ArrayList<>(parsed.size());
        List<RevisionScript> scripts = new ArrayList<>(parsed.size());
        for (ParsedScript file : parsed) {
            problems.addAll(file.problems());
            RevisionScript script = file.script();
            if (script != null) {
                revisions.add(script.revision());
                scripts.add(script);
            }
        }
        if (!problems.isEmpty()) {
            throw refusal();
        }
        try {
            return new ScriptDirectory(scripts, RevisionGraph.of(revisions), missingLocations, hash);
        } catch (RevisionException e) {
            // The report names the file of each problem.
            throw refusal();
        }
    }

    private InvalidScriptsException refusal() {
        Map<String, ParsedScript> byId = new HashMap<>();
        List<Revision> revisions = new ArrayList<>();
        for (ParsedScript file : parsed) {
            Revision revision = file.revision();
            if (revision != null) {
                ParsedScript first = byId.putIfAbsent(revision.id(), file);
                if (first == null) {
                    revisions.add(revision);
                } else {
                    report(
                            file.origin(),
                            "Revision %s is present more than once, also in %s"
                                    .formatted(revision.id(), first.origin().path()),
                            "Give one of the two another id, or delete it if it is a copy.");
                }
            }
        }
        for (GraphProblem problem : RevisionGraph.check(revisions)) {
            ParsedScript file = byId.get(problem.revision());
            if (file != null) {
                report(file.origin(), problem.message(), problem.hint());
            }
        }
        return new InvalidScriptsException(problems);
    }

    private void report(ScriptOrigin origin, String message, String hint) {
        problems.add(new ScriptProblem(origin.path(), origin.headerLine(), message, hint));
    }
}
