package dev.migrate.revision;

import java.util.BitSet;

/**
 * Finds parents that are already ancestors of another parent of the same revision.
 *
 * <p>A search goes back from a merge only as far as its lowest parent stands, so that merging short branches costs little
 * however long the history is.
 */
final class RedundantParents {

    private final Adjacency parents;

    private final int[] generation;

    private final int[] seenBy;

    private final int[] todo;

    /**
     * Prepares the search.
     *
     * @param order every node that may be asked for, each after its parents
     */
    RedundantParents(Adjacency parents, int[] order) {
        this.parents = parents;
        generation = new int[parents.size()];
        seenBy = new int[parents.size()];
        todo = new int[parents.size()];
        for (int node : order) {
            for (int edge = 0; edge < parents.degree(node); edge++) {
                generation[node] = Math.max(generation[node], generation[parents.target(node, edge)] + 1);
            }
        }
    }

    /** Returns those parents of a merge that are ancestors of its other parents. */
    BitSet of(int merge) {
        int lowest = Integer.MAX_VALUE;
        for (int edge = 0; edge < parents.degree(merge); edge++) {
            lowest = Math.min(lowest, generation[parents.target(merge, edge)]);
        }
        int count = 0;
        for (int edge = 0; edge < parents.degree(merge); edge++) {
            count = addParents(parents.target(merge, edge), merge, lowest, count);
        }
        while (count > 0) {
            int node = todo[--count];
            count = addParents(node, merge, lowest, count);
        }
        BitSet redundant = new BitSet();
        for (int edge = 0; edge < parents.degree(merge); edge++) {
            if (seenBy[parents.target(merge, edge)] == merge + 1) {
                redundant.set(parents.target(merge, edge));
            }
        }
        return redundant;
    }

    private int addParents(int node, int merge, int lowest, int count) {
        int next = count;
        for (int edge = 0; edge < parents.degree(node); edge++) {
            int parent = parents.target(node, edge);
            if (generation[parent] >= lowest && seenBy[parent] != merge + 1) {
                seenBy[parent] = merge + 1;
                todo[next++] = parent;
            }
        }
        return next;
    }
}
