package dev.migrate.revision;

import java.util.Arrays;

/** Edges between numbered nodes, packed into two arrays because every application start builds them. */
final class Adjacency {

    private final int[] starts;

    private final int[] targets;

    private Adjacency(int[] starts, int[] targets) {
        this.starts = starts;
        this.targets = targets;
    }

    static Adjacency of(int[][] lists) {
        int[] starts = new int[lists.length + 1];
        for (int node = 0; node < lists.length; node++) {
            starts[node + 1] = starts[node] + lists[node].length;
        }
        int[] targets = new int[starts[lists.length]];
        for (int node = 0; node < lists.length; node++) {
            System.arraycopy(lists[node], 0, targets, starts[node], lists[node].length);
        }
        return new Adjacency(starts, targets);
    }

    /** Returns the same edges the other way round; the targets of a node are ascending. */
    Adjacency reversed() {
        int size = size();
        int[] reversedStarts = new int[size + 1];
        for (int target : targets) {
            reversedStarts[target + 1]++;
        }
        for (int node = 0; node < size; node++) {
            reversedStarts[node + 1] += reversedStarts[node];
        }
        int[] next = Arrays.copyOf(reversedStarts, size);
        int[] reversedTargets = new int[targets.length];
        for (int node = 0; node < size; node++) {
            for (int edge = starts[node]; edge < starts[node + 1]; edge++) {
                reversedTargets[next[targets[edge]]++] = node;
            }
        }
        return new Adjacency(reversedStarts, reversedTargets);
    }

    /** Returns the same edges between nodes with other numbers: {@code order[i]} becomes {@code i}. */
    Adjacency renumbered(int[] order) {
        int[] position = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            position[order[i]] = i;
        }
        int[] newStarts = new int[order.length + 1];
        int[] newTargets = new int[targets.length];
        int edges = 0;
        for (int i = 0; i < order.length; i++) {
            for (int edge = starts[order[i]]; edge < starts[order[i] + 1]; edge++) {
                newTargets[edges++] = position[targets[edge]];
            }
            newStarts[i + 1] = edges;
        }
        return new Adjacency(newStarts, newTargets);
    }

    /** Returns the edges of both, those of this one first. */
    Adjacency plus(Adjacency other) {
        if (other.targets.length == 0) {
            return this;
        }
        int[] sumStarts = new int[starts.length];
        int[] sumTargets = new int[targets.length + other.targets.length];
        for (int node = 0; node < size(); node++) {
            int own = degree(node);
            System.arraycopy(targets, starts[node], sumTargets, sumStarts[node], own);
            System.arraycopy(other.targets, other.starts[node], sumTargets, sumStarts[node] + own, other.degree(node));
            sumStarts[node + 1] = sumStarts[node] + own + other.degree(node);
        }
        return new Adjacency(sumStarts, sumTargets);
    }

    int size() {
        return starts.length - 1;
    }

    int degree(int node) {
        return starts[node + 1] - starts[node];
    }

    int target(int node, int edge) {
        return targets[starts[node] + edge];
    }
}
