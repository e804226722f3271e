package dev.migrate.revision;

import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

/**
 * Revisions and what they build on, checked once and unchangeable.
 *
 * <p>A <em>parent</em> is what a revision revises, a <em>dependency</em> what it names in {@code depends-on}. Every list and set
 * of revisions comes in the order of {@link #revisions()}. Methods that take an id throw a {@link RevisionException} for one
 * that the graph does not have, unless they say otherwise.
 */
public final class RevisionGraph {

    private final GraphIndex index;

    private final SymbolTable symbols;

    private final List<String> effectiveHeads;

    private RevisionGraph(GraphIndex index) {
        this.index = index;
        this.symbols = new SymbolTable(index);
        this.effectiveHeads = index.ids(GraphIndex.ends(index.all(), index.allChildren()));
    }

    /**
     * Returns every reason why these revisions are no graph, and nothing if they are one.
     *
     * @param revisions in load order
     */
    public static List<GraphProblem> check(Collection<Revision> revisions) {
        return GraphCheck.of(revisions).problems();
    }

    /**
     * Builds the graph.
     *
     * @param revisions in load order, which decides wherever the graph leaves a choice
     * @throws RevisionException naming every {@linkplain #check problem}
     */
    public static RevisionGraph of(Collection<Revision> revisions) {
        GraphCheck check = GraphCheck.of(revisions);
        List<GraphProblem> problems = check.problems();
        if (!problems.isEmpty()) {
            throw RevisionException.invalidGraph(problems);
        }
        return new RevisionGraph(new GraphIndex(check.reader(), check.order()));
    }

    /**
     * Returns all revisions, each after its parents and dependencies. The order stays on a branch as far as that is possible,
     * and is the same for the same revisions in the same load order.
     */
    public List<Revision> revisions() {
        return index.revisions();
    }

    /** Returns the number of revisions. */
    public int size() {
        return index.size();
    }

    /** Tells whether the graph has a revision with exactly this id. */
    public boolean contains(String id) {
        return index.node(id) != null;
    }

    /** Returns the revision with exactly this id. */
    public Revision get(String id) {
        return index.revision(indexOf(id));
    }

    /** Returns the place of the revision with exactly this id in {@link #revisions()}, counted from 0. */
    public int indexOf(String id) {
        Integer node = index.node(id);
        if (node == null) {
            throw symbols.unknown(id);
        }
        return node;
    }

    /** Returns the revision with exactly this id, or {@code null} if there is none. */
    public @Nullable Revision find(String id) {
        Integer node = index.node(id);
        return node == null ? null : index.revision(node);
    }

    /**
     * Returns the revision that a full id, a label, or the first characters of either mean.
     *
     * @param symbol of an id or label that is not complete, at least four characters that no other starts with
     * @throws RevisionException if nothing or more than one revision is meant
     */
    public Revision resolve(String symbol) {
        return index.revision(symbols.locate(symbol));
    }

    /** Returns the ids of the revisions without children; one that another depends on still counts. */
    public List<String> heads() {
        return index.ids(GraphIndex.ends(index.all(), index.children()));
    }

    /** Returns the ids of the revisions that nothing builds on: what the version table holds after a full upgrade. */
    public List<String> effectiveHeads() {
        return effectiveHeads;
    }

    /** Returns the ids of the revisions without parents; one with dependencies still counts. */
    public List<String> bases() {
        return index.ids(GraphIndex.ends(index.all(), index.parents()));
    }

    /** Returns the ids of the revisions with more than one child. */
    public List<String> branchPoints() {
        return IntStream.range(0, index.size())
                .filter(node -> index.children().degree(node) > 1)
                .mapToObj(index::id)
                .toList();
    }

    /** Tells whether the revision has more than one parent. */
    public boolean isMergePoint(String id) {
        return index.parents().degree(indexOf(id)) > 1;
    }

    /** Tells whether the revision has more than one child. */
    public boolean isBranchPoint(String id) {
        return index.children().degree(indexOf(id)) > 1;
    }

    /** Tells whether the revision has no child; another may still depend on it. */
    public boolean isHead(String id) {
        return index.children().degree(indexOf(id)) == 0;
    }

    /** Returns the ids of the revisions that revise this one; those that merely depend on it are none of them. */
    public List<String> children(String id) {
        return targets(index.children(), indexOf(id));
    }

    /** Returns the ids of the revisions that this one depends on, labels resolved, without those that are its parents too. */
    public List<String> dependencies(String id) {
        return targets(index.dependencies(), indexOf(id));
    }

    /** Returns the ids of the parents, in the order of the script, and after them those of the {@link #dependencies}. */
    public List<String> allParents(String id) {
        return targets(index.allParents(), indexOf(id));
    }

    /**
     * Returns the labels of every branch that the revision is on, sorted. A label covers the descendants of the revision that
     * carries it, and the revisions below that one on the same line, up to where the line leaves a branch point or a merge.
     */
    public SortedSet<String> labels(String id) {
        return new BranchLabels(index).of(indexOf(id));
    }

    /** Returns these ids and those of everything that they need, through parents and dependencies. */
    public Set<String> ancestors(Collection<String> of) {
        return idSet(index.ancestors(nodes(of)));
    }

    /** Returns these ids and those of everything that needs them, through parents and dependencies. */
    public Set<String> descendants(Collection<String> of) {
        return idSet(index.descendants(nodes(of)));
    }

    /** Returns those of these ids on which nothing else among them builds. */
    public Set<String> maximal(Set<String> applied) {
        return idSet(GraphIndex.ends(nodes(applied), index.allChildren()));
    }

    GraphIndex index() {
        return index;
    }

    SymbolTable symbols() {
        return symbols;
    }

    private BitSet nodes(Collection<String> ids) {
        BitSet nodes = new BitSet(index.size());
        ids.forEach(id -> nodes.set(indexOf(id)));
        return nodes;
    }

    private Set<String> idSet(BitSet nodes) {
        Set<String> ids = new LinkedHashSet<>(nodes.cardinality() * 2);
        nodes.stream().mapToObj(index::id).forEach(ids::add);
        return Collections.unmodifiableSet(ids);
    }

    private List<String> targets(Adjacency edges, int node) {
        return IntStream.range(0, edges.degree(node))
                .mapToObj(edge -> index.id(edges.target(node, edge)))
                .toList();
    }
}
