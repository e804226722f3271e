package dev.migrate.revision;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Finds the groups of nodes that each can be reached from every other of the same group (Kosaraju's algorithm). */
final class Cycles {

    private final Adjacency forth;

    private final Adjacency back;

    private final int[] todo;

    private Cycles(Adjacency forth) {
        this.forth = forth;
        this.back = forth.reversed();
        this.todo = new int[forth.size()];
    }

    /** Returns the members of every cycle; cycles that share a node are one. Edges from a node to itself do not count. */
    static List<BitSet> of(Adjacency edges) {
        return new Cycles(edges).find();
    }

    private List<BitSet> find() {
        int[] finished = finishingOrder();
        BitSet seen = new BitSet();
        List<BitSet> cycles = new ArrayList<>();
        for (int i = finished.length - 1; i >= 0; i--) {
            if (!seen.get(finished[i])) {
                BitSet members = collect(finished[i], seen);
                if (members.cardinality() > 1) {
                    cycles.add(members);
                }
            }
        }
        return cycles;
    }

    private int[] finishingOrder() {
        int size = forth.size();
        int[] finished = new int[size];
        int[] path = new int[size];
        int[] nextEdge = new int[size];
        BitSet seen = new BitSet(size);
        int count = 0;
        for (int root = 0; root < size; root++) {
            int depth = 0;
            if (!seen.get(root)) {
                seen.set(root);
                path[depth++] = root;
            }
            while (depth > 0) {
                int node = path[depth - 1];
                if (nextEdge[node] == forth.degree(node)) {
                    finished[count++] = node;
                    depth--;
                } else {
                    int next = forth.target(node, nextEdge[node]++);
                    if (!seen.get(next)) {
                        seen.set(next);
                        path[depth++] = next;
                    }
                }
            }
        }
        return finished;
    }

    private BitSet collect(int root, BitSet seen) {
        BitSet members = new BitSet();
        int count = 0;
        todo[count++] = root;
        seen.set(root);
        while (count > 0) {
            int node = todo[--count];
            members.set(node);
            for (int edge = 0; edge < back.degree(node); edge++) {
                int next = back.target(node, edge);
                if (!seen.get(next)) {
                    seen.set(next);
                    todo[count++] = next;
                }
            }
        }
        return members;
    }
}
