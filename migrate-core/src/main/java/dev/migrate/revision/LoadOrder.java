package dev.migrate.revision;

import java.util.Arrays;

/**
 * Finds the one order in which revisions are listed and run: parents and dependencies first, along a branch as far as
 * possible, and by load order where that leaves a choice.
 */
final class LoadOrder {

    private final Adjacency children;

    private final Adjacency dependents;

    private final int[] waiting;

    private final int[] ready;

    private int readyCount;

    private LoadOrder(Adjacency parents, Adjacency dependencies) {
        children = parents.reversed();
        dependents = dependencies.reversed();
        waiting = new int[parents.size()];
        ready = new int[parents.size()];
        for (int node = parents.size() - 1; node >= 0; node--) {
            waiting[node] = parents.degree(node) + dependencies.degree(node);
            if (waiting[node] == 0) {
                ready[readyCount++] = node;
            }
        }
    }

    /** Returns the nodes in order, without those that are in a cycle or come after one. */
    static int[] of(Adjacency parents, Adjacency dependencies) {
        return new LoadOrder(parents, dependencies).order();
    }

    private int[] order() {
        int[] order = new int[waiting.length];
        int count = 0;
        while (readyCount > 0) {
            int node = ready[--readyCount];
            order[count++] = node;
            // What was added last is taken first: the children of a node before those that merely depend on it.
            release(dependents, node);
            release(children, node);
        }
        return Arrays.copyOf(order, count);
    }

    private void release(Adjacency edges, int node) {
        for (int edge = edges.degree(node) - 1; edge >= 0; edge--) {
            int next = edges.target(node, edge);
            if (--waiting[next] == 0) {
                ready[readyCount++] = next;
            }
        }
    }
}
