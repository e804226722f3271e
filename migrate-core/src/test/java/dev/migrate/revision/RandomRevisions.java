package dev.migrate.revision;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** Random revisions that form a graph, and the slow and obvious answers to questions about them. */
final class RandomRevisions {

    private final Random random;

    private final List<Revision> inLoadOrder;

    private final Map<String, Revision> byId = new HashMap<>();

    private final Map<String, String> idByLabel = new HashMap<>();

    RandomRevisions(long seed) {
        random = new Random(seed);
        int size = 1 + random.nextInt(24);
        for (int i = 0; i < size; i++) {
            add("r%02d".formatted(i), byId.keySet().stream().sorted().toList());
        }
        inLoadOrder = new ArrayList<>(byId.values());
        inLoadOrder.sort(Comparator.comparing(Revision::id));
        if (random.nextInt(3) == 0) {
            Collections.shuffle(inLoadOrder, random);
        }
    }

    /** Returns the seeds to try: one from the system property {@code migrate.seed} for a replay, or a fixed range. */
    static LongStream seeds(int count) {
        String replay = System.getProperty("migrate.seed");
        return replay == null ? LongStream.range(0, count) : LongStream.of(Long.parseLong(replay));
    }

    static String replay(long seed) {
        return "replay with -Dmigrate.seed=%d".formatted(seed);
    }

    List<Revision> inLoadOrder() {
        return inLoadOrder;
    }

    Random random() {
        return random;
    }

    Set<String> labels() {
        return idByLabel.keySet();
    }

    String anyId() {
        return inLoadOrder.get(random.nextInt(inLoadOrder.size())).id();
    }

    /** Returns what has to be applied before a revision. */
    Set<String> needs(String id) {
        Set<String> needs = new HashSet<>(revision(id).revises());
        revision(id).dependsOn().forEach(name -> needs.add(idByLabel.getOrDefault(name, name)));
        return needs;
    }

    Set<String> closure(String id) {
        Set<String> closure = new HashSet<>(Set.of(id));
        needs(id).forEach(need -> closure.addAll(closure(need)));
        return closure;
    }

    Set<String> children(String id) {
        return byId.values().stream()
                .filter(revision -> revision.revises().contains(id))
                .map(Revision::id)
                .collect(Collectors.toSet());
    }

    /** Returns the rows that the law of the version table wants. */
    Heads maximal(Set<String> applied) {
        Set<String> maximal = new HashSet<>(applied);
        applied.forEach(id -> maximal.removeAll(needs(id)));
        return Heads.of(maximal);
    }

    private void add(String id, List<String> before) {
        List<String> parents = new ArrayList<>();
        int wanted = before.isEmpty() ? 0 : List.of(0, 1, 1, 1, 1, 1, 2, 2, 3).get(random.nextInt(9));
        for (int i = 0; i < wanted; i++) {
            String parent = before.get(
                    random.nextBoolean()
                            ? random.nextInt(before.size())
                            : Math.max(0, before.size() - 1 - random.nextInt(3)));
            boolean related = parents.stream().anyMatch(other -> revises(other, parent) || revises(parent, other));
            if (!related) {
                parents.add(parent);
            }
        }
        List<String> dependencies = new ArrayList<>();
        if (!before.isEmpty() && random.nextInt(4) == 0) {
            dependencies.add(before.get(random.nextInt(before.size())));
        }
        if (!idByLabel.isEmpty() && random.nextInt(8) == 0) {
            dependencies.add(idByLabel.keySet().stream().sorted().toList().get(random.nextInt(idByLabel.size())));
        }
        List<String> labels = random.nextInt(6) == 0 ? List.of("lab" + id) : List.of();
        byId.put(id, new Revision(id, parents, dependencies, labels, "Message of " + id));
        labels.forEach(label -> idByLabel.put(label, id));
    }

    private boolean revises(String id, String ancestor) {
        return id.equals(ancestor) || revision(id).revises().stream().anyMatch(parent -> revises(parent, ancestor));
    }

    private Revision revision(String id) {
        return Objects.requireNonNull(byId.get(id));
    }
}
