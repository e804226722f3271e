package dev.migrate.revision;

import java.util.BitSet;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Tells which labels cover a revision. A label covers every descendant of the revision that carries it, and the revisions
 * below that one on the same line, up to where the line leaves a branch point or a merge.
 */
final class BranchLabels {

    private final GraphIndex index;

    BranchLabels(GraphIndex index) {
        this.index = index;
    }

    SortedSet<String> of(int node) {
        SortedSet<String> labels = new TreeSet<>();
        if (!index.labels().isEmpty()) {
            BitSet ancestors = GraphIndex.closureDown(GraphIndex.only(node), index.parents());
            ancestors.stream().forEach(ancestor -> addOwn(ancestor, labels));
            addFromAbove(node, labels);
        }
        return Collections.unmodifiableSortedSet(labels);
    }

    private void addFromAbove(int node, SortedSet<String> labels) {
        int above = node;
        while (index.parents().degree(above) <= 1 && index.children().degree(above) == 1) {
            above = index.children().target(above, 0);
            if (index.parents().degree(above) > 1) {
                return;
            }
            addOwn(above, labels);
        }
    }

    private void addOwn(int node, SortedSet<String> labels) {
        labels.addAll(index.revision(node).labels());
    }
}
