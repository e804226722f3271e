package dev.migrate.revision;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.migrate.error.Spelling;

/** Numbers revisions in load order and resolves the names of their parents and dependencies, noting what is wrong. */
final class GraphReader {

    private static final int[] NOTHING = {};

    /** A guess compares with every name, so a wrong folder with thousands of missing parents gets only a few. */
    private static final int GUESSES = 20;

    /** What people write who expect a word for it: ours for targets, and Alembic's. */
    private static final Set<String> NO_PARENT = Set.of("base", "None");

    private static final Set<String> RESERVED = Set.of("head", "heads", "base", "current");

    private final List<Revision> nodes;

    private final Map<String, Integer> idIndex;

    private final Map<String, Integer> labelIndex = new HashMap<>();

    private final List<GraphProblem> problems = new ArrayList<>();

    private final Adjacency parents;

    private final Adjacency dependencies;

    private int guesses;

    GraphReader(Collection<Revision> revisions) {
        nodes = new ArrayList<>(revisions.size());
        idIndex = new HashMap<>(revisions.size() * 2);
        revisions.forEach(this::readId);
        for (int node = 0; node < nodes.size(); node++) {
            readLabels(node);
        }
        int[][] revises = new int[nodes.size()][];
        int[][] dependsOn = new int[nodes.size()][];
        for (int node = 0; node < revises.length; node++) {
            revises[node] = parentsOf(node);
            dependsOn[node] = dependenciesOf(node, revises[node]);
        }
        parents = Adjacency.of(revises);
        dependencies = Adjacency.of(dependsOn);
    }

    /** Returns the revisions in load order; of those with the same id, the first. */
    List<Revision> nodes() {
        return nodes;
    }

    /** Returns the edges that {@code revises} makes. */
    Adjacency parents() {
        return parents;
    }

    /** Returns the edges that {@code depends-on} makes beyond those to parents. */
    Adjacency dependencies() {
        return dependencies;
    }

    /** Returns the number of each revision. */
    Map<String, Integer> idIndex() {
        return idIndex;
    }

    /** Returns the number of the revision that carries each label. */
    Map<String, Integer> labelIndex() {
        return labelIndex;
    }

    List<GraphProblem> problems() {
        return problems;
    }

    private void readId(Revision revision) {
        Integer first = idIndex.putIfAbsent(revision.id(), nodes.size());
        if (first != null) {
            report(
                    revision,
                    "Revision %s is present more than once: \"%s\" and \"%s\""
                            .formatted(revision.id(), nodes.get(first).message(), revision.message()),
                    "Give one of the two another id, or delete it if it is a copy.");
            return;
        }
        nodes.add(revision);
        if (RESERVED.contains(revision.id())) {
            report(revision, "'%s' cannot be the id of a revision".formatted(revision.id()), reservedHint());
        }
    }

    private void readLabels(int node) {
        Revision revision = nodes.get(node);
        for (String label : revision.labels()) {
            Integer first = labelIndex.putIfAbsent(label, node);
            if (first != null && first != node) {
                report(
                        revision,
                        "Branch name '%s' in revision %s already used by revision %s"
                                .formatted(
                                        label, revision.id(), nodes.get(first).id()),
                        "Remove the label '%s' from one of the two; it covers the whole branch.".formatted(label));
            } else if (first == null && idIndex.containsKey(label)) {
                report(
                        revision,
                        "Branch name '%s' in revision %s is also the id of a revision".formatted(label, revision.id()),
                        "Choose another label: '%s' could mean either.".formatted(label));
            } else if (first == null && RESERVED.contains(label)) {
                report(
                        revision,
                        "'%s' cannot be a branch name, as it is in revision %s".formatted(label, revision.id()),
                        reservedHint());
            }
        }
    }

    private static String reservedHint() {
        return "The words head, heads, base and current have a meaning of their own on the command line.";
    }

    private int[] parentsOf(int node) {
        Revision revision = nodes.get(node);
        if (revision.revises().isEmpty()) {
            return NOTHING;
        }
        int[] found = new int[revision.revises().size()];
        int count = 0;
        for (String id : revision.revises()) {
            Integer parent = idIndex.get(id);
            if (parent == null) {
                reportMissing(revision, id, "revises");
            } else if (parent == node) {
                report(revision, "Self-loop is detected in revisions (%s)".formatted(id), selfHint(id, "revises"));
            } else if (contains(found, count, parent)) {
                report(
                        revision,
                        "Revision %s names its parent %s twice".formatted(revision.id(), id),
                        "Name %s once in 'revises' of %s.".formatted(id, revision.id()));
            } else {
                found[count++] = parent;
            }
        }
        return Arrays.copyOf(found, count);
    }

    private int[] dependenciesOf(int node, int[] parentsOfNode) {
        Revision revision = nodes.get(node);
        if (revision.dependsOn().isEmpty()) {
            return NOTHING;
        }
        int[] found = new int[revision.dependsOn().size()];
        int count = 0;
        for (String name : revision.dependsOn()) {
            Integer dependency = idIndex.containsKey(name) ? idIndex.get(name) : labelIndex.get(name);
            if (dependency == null) {
                reportMissing(revision, name, "depends-on");
            } else if (dependency == node) {
                report(
                        revision,
                        "Dependency self-loop is detected in revisions (%s)".formatted(revision.id()),
                        selfHint(name, "depends-on"));
            } else if (!contains(found, count, dependency)
                    && !contains(parentsOfNode, parentsOfNode.length, dependency)) {
                found[count++] = dependency;
            }
        }
        return Arrays.copyOf(found, count);
    }

    private static boolean contains(int[] values, int length, int value) {
        for (int i = 0; i < length; i++) {
            if (values[i] == value) {
                return true;
            }
        }
        return false;
    }

    private static String selfHint(String name, String header) {
        return "Remove %s from '%s': a revision cannot come before itself.".formatted(name, header);
    }

    private void reportMissing(Revision revision, String name, String header) {
        if (header.equals("revises") && NO_PARENT.contains(name)) {
            report(
                    revision,
                    missing(name, revision),
                    "Leave 'revises' of %s out: a revision without it comes first.".formatted(revision.id()));
            return;
        }
        Integer labelled = header.equals("revises") ? labelIndex.get(name) : null;
        String guess = labelled == null ? guess(name) : nodes.get(labelled).id();
        String correction = guess == null ? "" : "; did you mean %s?".formatted(guess);
        report(
                revision,
                missing(name, revision),
                "Add the missing script, or correct '%s' of %s%s"
                        .formatted(header, revision.id(), correction.isEmpty() ? "." : correction));
    }

    private static String missing(String name, Revision revision) {
        return "Revision %s referenced from %s is not present".formatted(name, revision.id());
    }

    private @Nullable String guess(String name) {
        if (guesses++ >= GUESSES) {
            return null;
        }
        List<String> longer = Stream.concat(idIndex.keySet().stream(), labelIndex.keySet().stream())
                .filter(known -> name.length() >= 4 && known.startsWith(name))
                .toList();
        return longer.size() == 1 ? longer.get(0) : Spelling.nearest(name, sortedNames());
    }

    private List<String> sortedNames() {
        return Stream.concat(idIndex.keySet().stream(), labelIndex.keySet().stream())
                .sorted()
                .toList();
    }

    private void report(Revision revision, String message, String hint) {
        problems.add(new GraphProblem(revision.id(), message, hint));
    }
}
