package dev.migrate.script;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.migrate.revision.GraphProblem;
import dev.migrate.revision.Revision;
import dev.migrate.revision.RevisionException;
import dev.migrate.revision.RevisionGraph;

/** Makes a directory of parsed scripts, or one report of all that is wrong with them. */
final class DirectoryBuilder {

    private final Map<String, ParsedScript> byId;

    private final List<ScriptProblem> problems;

    private DirectoryBuilder(int size, List<ScriptProblem> problems) {
        this.byId = new LinkedHashMap<>(size * 2);
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
        DirectoryBuilder builder = new DirectoryBuilder(parsed.size(), new ArrayList<>(otherProblems));
        for (ParsedScript script : parsed) {
            builder.add(script);
        }
        return builder.directory(missingLocations, hash);
    }

    private void add(ParsedScript parsed) {
        problems.addAll(parsed.problems());
        Revision revision = parsed.revision();
        if (revision != null) {
            ParsedScript first = byId.putIfAbsent(revision.id(), parsed);
            if (first != null) {
                report(
                        parsed.origin(),
                        "Revision %s is present more than once, also in %s"
                                .formatted(revision.id(), first.origin().path()),
                        "Give one of the two another id, or delete it if it is a copy.");
            }
        }
    }

    private ScriptDirectory directory(List<String> missingLocations, @Nullable String hash) {
        List<Revision> revisions = new ArrayList<>(byId.size());
        Map<String, RevisionScript> scripts = new LinkedHashMap<>(byId.size() * 2);
        for (Map.Entry<String, ParsedScript> entry : byId.entrySet()) {
            ParsedScript parsed = entry.getValue();
            if (parsed.revision() != null) {
                revisions.add(parsed.revision());
            }
            if (parsed.script() != null) {
                scripts.put(entry.getKey(), parsed.script());
            }
        }
        if (problems.isEmpty()) {
            try {
                return new ScriptDirectory(scripts, RevisionGraph.of(revisions), missingLocations, hash);
            } catch (RevisionException e) {
                return refuse(revisions);
            }
        }
        return refuse(revisions);
    }

    private ScriptDirectory refuse(Collection<Revision> revisions) {
        for (GraphProblem problem : RevisionGraph.check(revisions)) {
            ParsedScript parsed = byId.get(problem.revision());
            if (parsed != null) {
                report(parsed.origin(), problem.message(), problem.hint());
            }
        }
        throw new InvalidScriptsException(problems);
    }

    private void report(ScriptOrigin origin, String message, String hint) {
        problems.add(new ScriptProblem(origin.path(), origin.headerLine(), message, hint));
    }
}
