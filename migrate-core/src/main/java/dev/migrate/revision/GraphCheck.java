package dev.migrate.revision;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Reads revisions, puts them in order, and collects every reason why they are no graph. */
final class GraphCheck {

    private final GraphReader reader;

    private final int[] order;

    private final List<GraphProblem> problems;

    private GraphCheck(GraphReader reader) {
        this.reader = reader;
        order = LoadOrder.of(reader.parents(), reader.dependencies());
        problems = new ArrayList<>(reader.problems());
        if (order.length < reader.nodes().size()) {
            reportCycles();
        }
        reportRedundantParents();
    }

    static GraphCheck of(Collection<Revision> revisions) {
        return new GraphCheck(new GraphReader(revisions));
    }

    GraphReader reader() {
        return reader;
    }

    /** Returns the nodes, each after its parents and dependencies; without cycles these are all. */
    int[] order() {
        return order;
    }

    List<GraphProblem> problems() {
        return List.copyOf(problems);
    }

    private void reportCycles() {
        List<BitSet> cycles = Cycles.of(reader.parents());
        cycles.forEach(cycle -> reportCycle("Cycle", "revises", cycle));
        for (BitSet cycle : Cycles.of(reader.parents().plus(reader.dependencies()))) {
            if (!cycles.contains(cycle)) {
                reportCycle("Dependency cycle", "revises' or 'depends-on", cycle);
            }
        }
    }

    private void reportCycle(String kind, String header, BitSet members) {
        String ids = members.stream().mapToObj(this::id).collect(Collectors.joining(", "));
        problems.add(new GraphProblem(
                id(members.nextSetBit(0)),
                "%s is detected in revisions (%s)".formatted(kind, ids),
                "Each of them waits for another of them; correct '%s' of the one that does not belong there."
                        .formatted(header)));
    }

    private void reportRedundantParents() {
        RedundantParents redundantParents = null;
        // A revision in a cycle or above one has no order, and so no ancestors to speak of.
        for (int node : order) {
            if (reader.parents().degree(node) > 1) {
                if (redundantParents == null) {
                    redundantParents = new RedundantParents(reader.parents(), order);
                }
                redundantParents.of(node).stream().forEach(parent -> reportRedundant(node, parent));
            }
        }
    }

    private void reportRedundant(int node, int parent) {
        problems.add(new GraphProblem(
                id(node),
                "Revision %s revises %s, which is already an ancestor of another of its parents"
                        .formatted(id(node), id(parent)),
                "Remove %s from 'revises' of %s.".formatted(id(parent), id(node))));
    }

    private String id(int node) {
        return reader.nodes().get(node).id();
    }
}
