package dev.migrate.revision;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** Turns targets into nodes: the only place that knows what the words, branches and counts of a target mean. */
final class TargetResolver {

    /** The place before every revision, where a node is expected. */
    static final int BASE = -1;

    private final GraphIndex index;

    private final SymbolTable symbols;

    TargetResolver(RevisionGraph graph) {
        this.index = graph.index();
        this.symbols = graph.symbols();
    }

    /**
     * The end of a walk.
     *
     * @param node where it ended, or {@link #BASE}
     * @param left how many of the wanted steps could not be made
     */
    record Walk(int node, int left) {

        BitSet nodes() {
            return node == BASE ? new BitSet() : GraphIndex.only(node);
        }
    }

    /** Returns the nodes of a target that does not count; none for the base. */
    BitSet named(Target target, BitSet rows) {
        if (target.is(Target.base())) {
            return new BitSet();
        }
        if (target.is(Target.current())) {
            return onBranch(rows, target);
        }
        if (target.is(Target.heads()) && target.branch() == null) {
            return GraphIndex.ends(index.all(), index.allChildren());
        }
        if (target.is(Target.heads()) || target.is(Target.head())) {
            BitSet heads = onBranch(GraphIndex.ends(index.all(), index.children()), target);
            if (target.is(Target.head()) && heads.cardinality() > 1) {
                throw multipleHeads(target, heads);
            }
            return heads;
        }
        return GraphIndex.only(member(target));
    }

    /** Returns the one node of a target that does not count, or {@link #BASE}. */
    int one(Target target, BitSet rows) {
        BitSet nodes = named(target, rows);
        if (nodes.cardinality() > 1) {
            throw multipleHeads(target, nodes);
        }
        return nodes.nextSetBit(0);
    }

    /** Returns the node that stands for the target's branch, or {@link #BASE} for no branch. */
    int branch(Target target) {
        return target.branch() == null ? BASE : symbols.locateBranch(target.branch());
    }

    /** Walks as far as a target that counts says, or to where the graph ends. */
    Walk walk(Target target, BitSet rows) {
        if (target.offset() > 0) {
            int start = target.isRelativeToCurrent() ? startUp(target, rows) : one(target, rows);
            return walkUp(start, target);
        }
        int start = target.isRelativeToCurrent() ? startDown(target, rows) : one(target, rows);
        return walkDown(start, target);
    }

    /** Walks down from a node as far as the target says, or to the base. */
    Walk walkDown(int start, Target target) {
        int node = start;
        int left = -target.offset();
        while (left > 0 && node != BASE) {
            int parents = index.parents().degree(node);
            if (parents > 1) {
                throw RevisionException.ambiguousWalkDown(
                        target, index.id(node), index.ids(GraphIndex.targets(index.parents(), node)));
            }
            node = parents == 0 ? BASE : index.parents().target(node, 0);
            left--;
        }
        return new Walk(node, left);
    }

    private Walk walkUp(int start, Target target) {
        int node = start;
        BitSet bases = GraphIndex.ends(index.all(), index.parents());
        for (int left = target.offset(); left > 0; left--) {
            BitSet next = onBranch(node == BASE ? bases : GraphIndex.targets(index.children(), node), target);
            if (next.isEmpty()) {
                return new Walk(node, left);
            }
            if (next.cardinality() > 1) {
                throw RevisionException.ambiguousWalkUp(
                        target, node == BASE ? "<base>" : index.id(node), index.ids(next));
            }
            node = next.nextSetBit(0);
        }
        return new Walk(node, 0);
    }

    private int startUp(Target target, BitSet rows) {
        BitSet starts = onBranch(rows, target);
        if (starts.isEmpty() && target.branch() != null) {
            starts = GraphIndex.ends(onBranch(index.ancestors(rows), target), index.allChildren());
        }
        if (starts.cardinality() > 1) {
            throw RevisionException.ambiguousUpgrade(target, index.ids(starts));
        }
        return starts.nextSetBit(0);
    }

    /** Returns the one row to count down from, or {@link #BASE} if nothing is applied. */
    int startDown(Target target, BitSet rows) {
        BitSet starts = onBranch(rows, target);
        if (starts.isEmpty() && target.branch() != null) {
            starts = onBranch(GraphIndex.ends(index.ancestors(rows), index.children()), target);
        }
        if (starts.cardinality() > 1) {
            throw RevisionException.ambiguousDowngrade(target, index.ids(starts));
        }
        return starts.nextSetBit(0);
    }

    private int member(Target target) {
        String symbol = target.symbol();
        if (symbol == null) {
            throw new IllegalArgumentException(target.toString());
        }
        BitSet lineage = lineage(target);
        if (lineage == null) {
            return symbols.locate(symbol);
        }
        int node = symbols.locate(symbol, lineage);
        if (!lineage.get(node)) {
            throw RevisionException.notOnBranch(symbol, index.id(node), target);
        }
        return node;
    }

    /** Returns those of these nodes that are on the target's branch; all of them if it names none. */
    BitSet onBranch(BitSet nodes, Target target) {
        BitSet lineage = lineage(target);
        if (lineage == null) {
            return nodes;
        }
        lineage.and(nodes);
        return lineage;
    }

    private @Nullable BitSet lineage(Target target) {
        return target.branch() == null ? null : index.lineage(GraphIndex.only(branch(target)));
    }

    private RevisionException multipleHeads(Target target, BitSet heads) {
        return RevisionException.multipleHeads(target, choices(heads));
    }

    /** Returns what to type for each of these heads: {@code label@head} where that means just this one, else its id. */
    List<String> choices(BitSet heads) {
        List<String> choices = new ArrayList<>(index.ids(heads));
        BitSet allHeads = GraphIndex.ends(index.all(), index.children());
        index.labels().keySet().stream().sorted().forEach(label -> {
            BitSet meant = onBranch(allHeads, Target.parse(label + "@head"));
            int place = meant.cardinality() == 1 ? choices.indexOf(index.id(meant.nextSetBit(0))) : -1;
            if (place >= 0) {
                choices.set(place, label + "@head");
            }
        });
        return choices;
    }
}
