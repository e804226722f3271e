package dev.migrate.revision;

import java.util.BitSet;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/** Selects the revisions of a range. */
final class History {

    private final GraphIndex index;

    private final TargetResolver targets;

    /** Asked only if the range names what is applied, so that any other works on a database that is ahead of this build. */
    private final Supplier<BitSet> rows;

    History(GraphIndex index, TargetResolver targets, Supplier<BitSet> rows) {
        this.index = index;
        this.targets = targets;
        this.rows = rows;
    }

    BitSet select(RevisionRange range) {
        BitSet upper = upper(range);
        BitSet lower = lower(range, upper);
        if (range.from() != null) {
            upper = targets.onBranch(upper, range.from());
        }
        BitSet selected = index.ancestors(upper);
        if (lower.isEmpty()) {
            return selected;
        }
        if (!contains(selected, lower)) {
            throw RevisionException.notOnOneLine(range);
        }
        selected.andNot(index.ancestors(lower));
        selected.or(lower);
        selected.and(GraphIndex.closureUp(lower, index.children()));
        return selected;
    }

    private BitSet upper(RevisionRange range) {
        Target to = range.to();
        if (to == null) {
            return targets.named(Target.heads(), new BitSet());
        }
        if (!countsFromOtherEnd(to, 1) || countsFromOtherEnd(range.from(), -1)) {
            return end(to);
        }
        BitSet start = range.from() == null ? new BitSet() : end(range.from());
        return targets.walk(to, start).nodes();
    }

    private BitSet lower(RevisionRange range, BitSet upper) {
        Target from = range.from();
        if (from == null) {
            return new BitSet();
        }
        if (!countsFromOtherEnd(from, -1) || countsFromOtherEnd(range.to(), 1)) {
            return end(from);
        }
        BitSet lower = new BitSet();
        for (int node : targets.onBranch(upper, from).stream().toArray()) {
            TargetResolver.Walk walk = targets.walkDown(node, from);
            if (walk.node() == TargetResolver.BASE) {
                return new BitSet();
            }
            lower.or(walk.nodes());
        }
        return lower;
    }

    private static boolean countsFromOtherEnd(@Nullable Target end, int sign) {
        return end != null && end.symbol() == null && Integer.signum(end.offset()) == sign;
    }

    private BitSet end(Target target) {
        BitSet current = target.namesCurrent() ? rows.get() : new BitSet();
        return target.isRelative() ? targets.walk(target, current).nodes() : targets.named(target, current);
    }

    private static boolean contains(BitSet all, BitSet some) {
        BitSet missing = (BitSet) some.clone();
        missing.andNot(all);
        return missing.isEmpty();
    }
}
