package dev.migrate.revision;

import java.util.BitSet;

/** Finds what a downgrade removes: the children of its target, as far as they are on the way, and all that needs them. */
final class Downgrade {

    private final GraphIndex index;

    private final TargetResolver targets;

    private final BitSet rows;

    Downgrade(GraphIndex index, TargetResolver targets, BitSet rows) {
        this.index = index;
        this.targets = targets;
        this.rows = rows;
    }

    /**
     * Where to.
     *
     * @param node the revision that stays, or the base
     * @param branch the revision whose line alone is meant, or the base for all
     */
    private record Destination(int node, int branch) {}

    BitSet dropped(Target target) {
        Destination destination = destination(target);
        BitSet applied = index.ancestors(rows);
        BitSet dropped = index.descendants(roots(target, destination));
        dropped.and(applied);
        int node = destination.node;
        if (dropped.isEmpty() && node != TargetResolver.BASE && !rows.get(node)) {
            throw applied.get(node)
                    ? RevisionException.appliedAsDependency(target, index.ids(dependents(node, applied)))
                    : RevisionException.notADowngradeTarget(target, index.ids(rows), index.ids(parentsOfRows()));
        }
        return dropped;
    }

    private BitSet dependents(int node, BitSet applied) {
        BitSet dependents = GraphIndex.targets(index.allChildren(), node);
        dependents.and(applied);
        return dependents;
    }

    private Destination destination(Target target) {
        if (!target.isRelative()) {
            Planner.refuseCurrent(target);
            return new Destination(targets.one(target, rows), targets.branch(target));
        }
        if (!target.isRelativeToCurrent()) {
            return new Destination(walked(target).node(), targets.branch(target));
        }
        if (target.offset() > 0) {
            throw RevisionException.wrongDirection(target, Direction.DOWNGRADE);
        }
        int start = targets.startDown(target, rows);
        return new Destination(walked(target).node(), target.branch() == null ? start : targets.branch(target));
    }

    private TargetResolver.Walk walked(Target target) {
        TargetResolver.Walk walk = targets.walk(target, rows);
        if (walk.left() > 0) {
            throw RevisionException.walkedTooFar(target, walk.left());
        }
        return walk;
    }

    private BitSet roots(Target target, Destination destination) {
        BitSet roots = destination.node == TargetResolver.BASE
                ? GraphIndex.ends(index.all(), index.parents())
                : GraphIndex.targets(index.children(), destination.node);
        if (destination.branch == TargetResolver.BASE || roots.cardinality() <= 1) {
            return roots;
        }
        BitSet onTheWay = GraphIndex.closureDown(GraphIndex.only(destination.branch), index.parents());
        onTheWay.and(roots);
        if (onTheWay.isEmpty()) {
            throw RevisionException.noRootOnBranch(target, index.id(destination.node), index.ids(roots));
        }
        return onTheWay;
    }

    private BitSet parentsOfRows() {
        BitSet parents = new BitSet();
        rows.stream().forEach(row -> parents.or(GraphIndex.targets(index.parents(), row)));
        return parents;
    }
}
