package dev.migrate.revision;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The graph in numbers: node {@code i} is the revision in place {@code i} of the one order, so a parent or dependency always
 * has a smaller number, and a set of nodes is walked in order by walking its bits.
 */
final class GraphIndex {

    private final List<Revision> nodes;

    private final Map<String, Integer> ids;

    private final Map<String, Integer> labels;

    private final Adjacency parents;

    private final Adjacency dependencies;

    private final Adjacency allParents;

    private final Adjacency children;

    private final Adjacency allChildren;

    /** Takes over what the reader has found out. */
    GraphIndex(GraphReader reader, int[] order) {
        Revision[] ordered = new Revision[order.length];
        ids = reader.idIndex();
        labels = reader.labelIndex();
        for (int node = 0; node < order.length; node++) {
            ordered[node] = reader.nodes().get(order[node]);
            // Most histories are loaded in their order, and have their numbers already.
            if (order[node] != node) {
                ids.put(ordered[node].id(), node);
                for (String label : ordered[node].labels()) {
                    labels.put(label, node);
                }
            }
        }
        nodes = List.of(ordered);
        parents = reader.parents().renumbered(order);
        dependencies = reader.dependencies().renumbered(order);
        allParents = parents.plus(dependencies);
        children = parents.reversed();
        allChildren = allParents == parents ? children : allParents.reversed();
    }

    List<Revision> revisions() {
        return nodes;
    }

    int size() {
        return nodes.size();
    }

    Revision revision(int node) {
        return nodes.get(node);
    }

    String id(int node) {
        return nodes.get(node).id();
    }

    @Nullable Integer node(String id) {
        return ids.get(id);
    }

    @Nullable Integer labelled(String label) {
        return labels.get(label);
    }

    /** Returns every label with the node that carries it. */
    Map<String, Integer> labels() {
        return labels;
    }

    /** Returns the edges that {@code revises} makes. */
    Adjacency parents() {
        return parents;
    }

    /** Returns the edges that {@code depends-on} makes beyond those to parents. */
    Adjacency dependencies() {
        return dependencies;
    }

    /** Returns the edges of both kinds, parents first. */
    Adjacency allParents() {
        return allParents;
    }

    Adjacency children() {
        return children;
    }

    /** Returns the edges to children and to dependents. */
    Adjacency allChildren() {
        return allChildren;
    }

    /** Returns these nodes and all that can be reached through edges that lead to smaller numbers. */
    static BitSet closureDown(BitSet nodes, Adjacency edges) {
        BitSet closure = (BitSet) nodes.clone();
        for (int node = closure.length() - 1; node >= 0; node = closure.previousSetBit(node - 1)) {
            for (int edge = edges.degree(node) - 1; edge >= 0; edge--) {
                closure.set(edges.target(node, edge));
            }
        }
        return closure;
    }

    /** Returns these nodes and all that can be reached through edges that lead to greater numbers. */
    static BitSet closureUp(BitSet nodes, Adjacency edges) {
        BitSet closure = (BitSet) nodes.clone();
        for (int node = closure.nextSetBit(0); node >= 0; node = closure.nextSetBit(node + 1)) {
            for (int edge = edges.degree(node) - 1; edge >= 0; edge--) {
                closure.set(edges.target(node, edge));
            }
        }
        return closure;
    }

    /** Returns these nodes and everything that they need. */
    BitSet ancestors(BitSet of) {
        return closureDown(of, allParents);
    }

    /** Returns these nodes and everything that needs them. */
    BitSet descendants(BitSet of) {
        return closureUp(of, allChildren);
    }

    /** Returns the ancestors and descendants of these nodes, and themselves, by {@code revises} only. */
    BitSet lineage(BitSet of) {
        BitSet lineage = closureDown(of, parents);
        lineage.or(closureUp(of, children));
        return lineage;
    }

    /** Returns those of these nodes that have no edge into the set. */
    static BitSet ends(BitSet nodes, Adjacency edges) {
        BitSet ends = new BitSet(nodes.length());
        for (int node = nodes.nextSetBit(0); node >= 0; node = nodes.nextSetBit(node + 1)) {
            int edge = 0;
            while (edge < edges.degree(node) && !nodes.get(edges.target(node, edge))) {
                edge++;
            }
            if (edge == edges.degree(node)) {
                ends.set(node);
            }
        }
        return ends;
    }

    /** Returns those of these nodes that no other of them needs. */
    BitSet maximal(BitSet nodes) {
        BitSet needed = new BitSet(nodes.length());
        nodes.stream().forEach(node -> needed.or(targets(allParents, node)));
        BitSet maximal = (BitSet) nodes.clone();
        maximal.andNot(ancestors(needed));
        return maximal;
    }

    /** Returns where the edges of a node lead. */
    static BitSet targets(Adjacency edges, int node) {
        BitSet targets = new BitSet();
        for (int edge = edges.degree(node) - 1; edge >= 0; edge--) {
            targets.set(edges.target(node, edge));
        }
        return targets;
    }

    /** Returns the ids of these nodes in order. */
    List<String> ids(BitSet nodes) {
        List<String> ids = new ArrayList<>(nodes.cardinality());
        for (int node = nodes.nextSetBit(0); node >= 0; node = nodes.nextSetBit(node + 1)) {
            ids.add(id(node));
        }
        return List.copyOf(ids);
    }

    BitSet all() {
        BitSet all = new BitSet(nodes.size());
        all.set(0, nodes.size());
        return all;
    }

    static BitSet only(int node) {
        BitSet set = new BitSet();
        set.set(node);
        return set;
    }
}
