package dev.migrate.lint.effect;

import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.migrate.lint.statement.Expression;
import dev.migrate.lint.statement.TypeName;

/** Whether values of one type can stay where they are as values of another. */
public enum TypeCost {
    /** They stay as they are. */
    NOTHING,
    /** They stay if the session works in UTC. */
    NOTHING_IN_UTC,
    /** Every row is written anew. */
    REWRITE;

    private static final Set<String> WITH_FRACTION = Set.of("timestamp", "timestamptz", "time", "timetz", "interval");

    /** Digits behind the point of a second without a number in parentheses. */
    private static final int FRACTION = 6;

    /**
     * Returns what a change of type costs.
     *
     * @param from the type before, or {@code null} if nobody knows
     * @param using how values are made, or nothing
     */
    public static TypeCost of(World world, @Nullable TypeName from, TypeName to, Expression using, String column) {
        boolean trivial = using.isEmpty()
                || using.conjuncts().equals(java.util.List.of(column))
                || using.normal().equals(column + " : : " + to.toString());
        if (from == null || !trivial || world.isConstrainedDomain(to)) {
            return REWRITE;
        }
        TypeName stored = world.stored(from);
        TypeName wanted = world.stored(to);
        if (stored.dimensions() != wanted.dimensions()) {
            return REWRITE;
        }
        if (stored.dimensions() > 0) {
            return stored.equals(wanted) ? NOTHING : REWRITE;
        }
        return stored.name().equals(wanted.name()) ? sameName(stored, wanted) : otherName(stored, wanted);
    }

    private static TypeCost sameName(TypeName from, TypeName to) {
        if (from.equals(to)) {
            return NOTHING;
        }
        if (to.is("numeric")) {
            return numeric(from, to);
        }
        if (to.is("varchar") || to.is("varbit")) {
            return grows(from.argument(0), to.argument(0), Integer.MAX_VALUE);
        }
        if (WITH_FRACTION.contains(to.name())) {
            return grows(from.argument(0), to.argument(0), FRACTION);
        }
        return from.arguments().equals(to.arguments()) ? NOTHING : REWRITE;
    }

    private static TypeCost numeric(TypeName from, TypeName to) {
        Integer wider = to.argument(0);
        Integer before = from.argument(0);
        if (wider == null) {
            return NOTHING;
        }
        boolean sameScale = scale(from) == scale(to);
        return before != null && sameScale && wider >= before ? NOTHING : REWRITE;
    }

    private static int scale(TypeName type) {
        Integer scale = type.argument(1);
        return scale == null ? 0 : scale;
    }

    private static TypeCost grows(@Nullable Integer from, @Nullable Integer to, int unlimited) {
        int before = from == null ? unlimited : from;
        int after = to == null ? unlimited : to;
        return after >= before ? NOTHING : REWRITE;
    }

    private static TypeCost otherName(TypeName from, TypeName to) {
        if (from.is("varchar") && to.is("text")) {
            return NOTHING;
        }
        if (from.is("text") && to.is("varchar")) {
            return to.arguments().isEmpty() ? NOTHING : REWRITE;
        }
        if ((from.is("cidr") && to.is("inet")) || (from.is("xml") && to.is("text"))) {
            return NOTHING;
        }
        boolean zone = (from.is("timestamp") && to.is("timestamptz")) || (from.is("timestamptz") && to.is("timestamp"));
        if (zone && grows(from.argument(0), to.argument(0), FRACTION) == NOTHING) {
            return NOTHING_IN_UTC;
        }
        return REWRITE;
    }
}
