package dev.migrate.revision;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;

/**
 * Finds the way from what a database holds to a target.
 *
 * <p>Every method is a pure function of the graph and its arguments. One that is given heads throws a {@link RevisionException}
 * of kind {@link RevisionException.Kind#UNKNOWN_ROW} for a head that the graph does not have, and one that is given a target
 * throws a {@link RevisionException} if the target means nothing, or too much, in this graph.
 */
public final class Planner {

    private final GraphIndex index;

    private final TargetResolver targets;

    /** Creates a planner for one graph. */
    public Planner(RevisionGraph graph) {
        this.index = graph.index();
        this.targets = new TargetResolver(graph);
    }

    /**
     * Plans an upgrade: everything that the target needs and that is not applied. It is empty for a target that is applied.
     *
     * @throws RevisionException also if one head is an ancestor of another, which no run of ours leaves behind
     */
    public Plan upgrade(Heads from, Target target) {
        BitSet rows = rows(from);
        if (!index.maximal(rows).equals(rows)) {
            throw RevisionException.overlappingRows(overlap(rows), index.ids(index.maximal(rows)));
        }
        BitSet needed = index.ancestors(upgradeTargets(target, rows));
        needed.andNot(index.ancestors(rows));
        return plan(from, needed, Direction.UPGRADE);
    }

    /**
     * Plans a downgrade: what revises the target, and everything applied that needs it, so that the target stays applied. A
     * label narrows that to its branch, and the base is below everything.
     *
     * @throws RevisionException also if the target is not below what is applied, or if {@code -N} has several heads to start from
     */
    public Plan downgrade(Heads from, Target target) {
        BitSet rows = rows(from);
        BitSet dropped = new Downgrade(index, targets, rows).dropped(target);
        return plan(from, dropped, Direction.DOWNGRADE);
    }

    /**
     * Returns what the version table holds after it was told, without running anything, that the database is at these targets.
     * Heads that have nothing to do with the targets stay.
     *
     * @throws RevisionException also if one target is an ancestor of another
     */
    public Heads stamp(Heads from, List<Target> to) {
        BitSet rows = rows(from);
        BitSet related = new BitSet();
        BitSet destinations = new BitSet();
        for (Target target : to) {
            BitSet meant = index.maximal(stampTargets(target, rows));
            related.or(related(target, meant, rows));
            destinations.or(meant);
        }
        if (!index.maximal(destinations).equals(destinations)) {
            throw RevisionException.overlappingTargets(overlap(destinations));
        }
        rows.andNot(related);
        rows.or(destinations);
        return Heads.of(index.ids(rows));
    }

    /**
     * Returns the revisions that a target means, each after what it needs; none for the base.
     *
     * @param current what the version table holds, which matters only for {@code current}, {@code +N} and {@code -N}
     */
    public List<Revision> resolve(Target target, Heads current) {
        return revisions(select(target, target.namesCurrent() ? rows(current) : new BitSet()));
    }

    /**
     * Returns the revisions of a range, newest first. A count without a symbol starts at the other end of the range, and one that
     * leads beyond the graph ends there.
     *
     * @param current what the version table holds, which matters only for a range that names it
     * @throws RevisionException also if the older end is not below the newer one
     */
    public List<Revision> history(RevisionRange range, Heads current) {
        List<Revision> found =
                new ArrayList<>(revisions(new History(index, targets, () -> rows(current)).select(range)));
        Collections.reverse(found);
        return List.copyOf(found);
    }

    /** Returns every applied revision, each after what it needs. */
    public List<Revision> applied(Heads heads) {
        return revisions(index.ancestors(rows(heads)));
    }

    /**
     * Returns the ids of the newest applied revision of every branch: the heads, and those that are applied as a dependency only and
     * so have no row of their own.
     */
    public List<String> current(Heads heads) {
        return index.ids(GraphIndex.ends(index.ancestors(rows(heads)), index.children()));
    }

    private BitSet upgradeTargets(Target target, BitSet rows) {
        if (!target.isRelative()) {
            refuseCurrent(target);
            return targets.named(target, rows);
        }
        if (target.isRelativeToCurrent() && target.offset() < 0) {
            throw RevisionException.wrongDirection(target, Direction.UPGRADE);
        }
        return walked(target, rows);
    }

    private BitSet stampTargets(Target target, BitSet rows) {
        if (target.is(Target.head()) && !target.isRelative()) {
            BitSet heads = targets.onBranch(GraphIndex.ends(index.all(), index.children()), target);
            if (heads.cardinality() > 1) {
                throw RevisionException.multipleHeadsForStamp(target, targets.choices(heads));
            }
        }
        return select(target, rows);
    }

    private BitSet select(Target target, BitSet rows) {
        return target.isRelative() ? walked(target, rows) : targets.named(target, rows);
    }

    private BitSet walked(Target target, BitSet rows) {
        TargetResolver.Walk walk = targets.walk(target, rows);
        if (walk.left() > 0) {
            throw RevisionException.walkedTooFar(target, walk.left());
        }
        return walk.nodes();
    }

    static void refuseCurrent(Target target) {
        if (target.is(Target.current())) {
            throw RevisionException.currentIsNoDestination(target);
        }
    }

    private BitSet related(Target target, BitSet destinations, BitSet rows) {
        BitSet related = (BitSet) destinations.clone();
        if (target.branch() != null) {
            related.set(targets.branch(target));
        }
        if (related.isEmpty()) {
            return rows;
        }
        BitSet lineage = index.ancestors(related);
        lineage.or(index.descendants(related));
        lineage.and(rows);
        return lineage;
    }

    /** Returns the ids of two nodes of which the first needs the second. */
    private List<String> overlap(BitSet nodes) {
        BitSet overlapping = (BitSet) nodes.clone();
        overlapping.andNot(index.maximal(nodes));
        int lower = overlapping.nextSetBit(0);
        BitSet above = index.descendants(GraphIndex.only(lower));
        above.and(nodes);
        return List.of(index.id(above.length() - 1), index.id(lower));
    }

    private Plan plan(Heads from, BitSet nodes, Direction direction) {
        if (nodes.isEmpty()) {
            return new Plan(from, List.of());
        }
        AppliedSet applied = new AppliedSet(index, index.ancestors(rows(from)));
        List<Step> steps = new ArrayList<>(nodes.cardinality());
        Heads before = from;
        boolean up = direction == Direction.UPGRADE;
        int node = up ? nodes.nextSetBit(0) : nodes.length() - 1;
        while (node >= 0) {
            if (up) {
                applied.add(node);
            } else {
                applied.remove(node);
            }
            Heads after = applied.heads();
            steps.add(new Step(index.revision(node), direction, before, after));
            before = after;
            node = up ? nodes.nextSetBit(node + 1) : nodes.previousSetBit(node - 1);
        }
        return new Plan(from, steps);
    }

    private BitSet rows(Heads heads) {
        BitSet rows = new BitSet(index.size());
        List<String> unknown = new ArrayList<>();
        for (String id : heads.ids()) {
            Integer node = index.node(id);
            if (node == null) {
                unknown.add(id);
            } else {
                rows.set(node);
            }
        }
        if (!unknown.isEmpty()) {
            throw RevisionException.unknownRows(unknown);
        }
        return rows;
    }

    private List<Revision> revisions(BitSet nodes) {
        return nodes.stream().mapToObj(index::revision).toList();
    }
}
