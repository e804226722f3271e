package dev.migrate.revision;

import java.util.BitSet;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What is applied, one revision more or less at a time, and the law of the version table: its rows are the maximal elements
 * of the applied set. Each change costs as much as the revision has parents.
 */
final class AppliedSet {

    private final GraphIndex index;

    private final int[] appliedChildren;

    private final SortedSet<String> rows = new TreeSet<>();

    AppliedSet(GraphIndex index, BitSet applied) {
        this.index = index;
        appliedChildren = new int[index.size()];
        Adjacency parents = index.allParents();
        for (int node = applied.length() - 1; node >= 0; node = applied.previousSetBit(node - 1)) {
            if (appliedChildren[node] == 0) {
                rows.add(index.id(node));
            }
            for (int edge = 0; edge < parents.degree(node); edge++) {
                appliedChildren[parents.target(node, edge)]++;
            }
        }
    }

    /** Adds a revision whose parents and dependencies are applied. */
    void add(int node) {
        rows.add(index.id(node));
        Adjacency parents = index.allParents();
        for (int edge = 0; edge < parents.degree(node); edge++) {
            int parent = parents.target(node, edge);
            if (appliedChildren[parent]++ == 0) {
                rows.remove(index.id(parent));
            }
        }
    }

    /** Removes a revision that nothing applied builds on. */
    void remove(int node) {
        rows.remove(index.id(node));
        Adjacency parents = index.allParents();
        for (int edge = 0; edge < parents.degree(node); edge++) {
            int parent = parents.target(node, edge);
            if (--appliedChildren[parent] == 0) {
                rows.add(index.id(parent));
            }
        }
    }

    Heads heads() {
        return new Heads(rows);
    }
}
