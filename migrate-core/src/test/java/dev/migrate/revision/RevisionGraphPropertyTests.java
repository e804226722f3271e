package dev.migrate.revision;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Random revisions, sound and broken, held against the slow and obvious answer. */
class RevisionGraphPropertyTests {

    private static final int GRAPHS = 500;

    @Test
    void orderPutsEverythingAfterWhatItNeeds() {
        RandomRevisions.seeds(GRAPHS).forEach(seed -> {
            RandomRevisions revisions = new RandomRevisions(seed);
            Set<String> seen = new HashSet<>();
            for (Revision revision : RevisionGraph.of(revisions.inLoadOrder()).revisions()) {
                assertThat(seen).as(RandomRevisions.replay(seed)).containsAll(revisions.needs(revision.id()));
                seen.add(revision.id());
            }
            assertThat(seen).as(RandomRevisions.replay(seed)).hasSameSizeAs(revisions.inLoadOrder());
        });
    }

    @Test
    void closuresAreWhatASearchFinds() {
        RandomRevisions.seeds(GRAPHS).forEach(seed -> {
            RandomRevisions revisions = new RandomRevisions(seed);
            RevisionGraph graph = RevisionGraph.of(revisions.inLoadOrder());
            String id = revisions.anyId();
            assertThat(graph.ancestors(List.of(id)))
                    .as(RandomRevisions.replay(seed))
                    .isEqualTo(revisions.closure(id));
            assertThat(graph.descendants(List.of(id)))
                    .as(RandomRevisions.replay(seed))
                    .isEqualTo(revisions.inLoadOrder().stream()
                            .map(Revision::id)
                            .filter(other -> revisions.closure(other).contains(id))
                            .collect(Collectors.toSet()));
        });
    }

    @Test
    void cyclesAndRedundantParentsAreExactlyThoseThatASearchFinds() {
        RandomRevisions.seeds(GRAPHS).forEach(seed -> {
            Map<String, Set<String>> parents = randomEdges(new Random(seed));
            List<Revision> revisions = new ArrayList<>();
            parents.forEach((id, of) -> revisions.add(
                    new Revision(id, List.copyOf(new TreeSet<>(of)), List.of(), List.of(), "Message of " + id)));
            assertThat(RevisionGraph.check(revisions).stream().map(GraphProblem::message))
                    .as(RandomRevisions.replay(seed))
                    .containsExactlyInAnyOrderElementsOf(expectedProblems(parents, revisions));
        });
    }

    private static Map<String, Set<String>> randomEdges(Random random) {
        Map<String, Set<String>> parents = new HashMap<>();
        int size = 1 + random.nextInt(12);
        int backwards = random.nextInt(3);
        for (int node = 0; node < size; node++) {
            Set<String> of = new HashSet<>();
            for (int i = random.nextInt(4); i > 0 && node > 0; i--) {
                of.add("r%02d".formatted(random.nextInt(node)));
            }
            if (random.nextInt(10) < backwards && node + 1 < size) {
                of.add("r%02d".formatted(node + 1 + random.nextInt(size - node - 1)));
            }
            parents.put("r%02d".formatted(node), of);
        }
        return parents;
    }

    private static Set<String> expectedProblems(Map<String, Set<String>> parents, List<Revision> loadOrder) {
        Set<String> messages = new HashSet<>();
        for (Revision revision : loadOrder) {
            String id = revision.id();
            Set<String> ancestors = reachable(id, parents);
            if (ancestors.contains(id)) {
                messages.add("Cycle is detected in revisions (%s)"
                        .formatted(loadOrder.stream()
                                .map(Revision::id)
                                .filter(other -> ancestors.contains(other)
                                        && reachable(other, parents).contains(id))
                                .collect(Collectors.joining(", "))));
            }
            if (ancestors.stream().noneMatch(other -> reachable(other, parents).contains(other))) {
                revision.revises().stream()
                        .filter(parent -> revision.revises().stream()
                                .anyMatch(other -> reachable(other, parents).contains(parent)))
                        .forEach(parent -> messages.add(
                                "Revision %s revises %s, which is already an ancestor of another of its parents"
                                        .formatted(id, parent)));
            }
        }
        return messages;
    }

    /** Returns what can be reached in at least one step. */
    private static Set<String> reachable(String start, Map<String, Set<String>> edges) {
        Set<String> reached = new HashSet<>();
        Deque<String> todo = new ArrayDeque<>(edges.getOrDefault(start, Set.of()));
        while (!todo.isEmpty()) {
            String next = todo.pop();
            if (reached.add(next)) {
                todo.addAll(edges.getOrDefault(next, Set.of()));
            }
        }
        return reached;
    }
}
