package dev.migrate.autogenerate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import dev.migrate.operation.AddConstraint;
import dev.migrate.operation.DropConstraint;
import dev.migrate.operation.Existence;
import dev.migrate.operation.RenameConstraint;
import dev.migrate.schema.Check;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.Deferral;
import dev.migrate.schema.Detail;
import dev.migrate.schema.Exclusion;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.ForeignKey.Action;
import dev.migrate.schema.Index;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.UniqueKey;

import static java.util.Objects.requireNonNull;

/** Constraints of the tables that both sides have: by what they demand, and by name only if the model gave one. */
final class ConstraintComparison implements Comparison {

    /** What a mapping makes of an enum: an unnamed condition that lists its constants, as text or as numbers. */
    private static final Pattern ENUM_CONDITION = Pattern.compile(
            ".*(= ANY \\(|\\bIN \\().*|.*>= 0.*<= \\d+.*|.*BETWEEN 0 AND \\d+.*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    @Override
    public void compare(SchemaPair pair, Differences found) {
        Map<String, Set<List<String>>> uniqueIndexes = uniqueIndexes(pair);
        for (SchemaPair.Tables tables : pair.common()) {
            List<Constraint> left = new ArrayList<>(tables.actual().constraints());
            List<Constraint> missing = new ArrayList<>();
            for (Constraint wanted : tables.wanted().constraints()) {
                Constraint actual = take(left, normal(tables, wanted), pair.detail());
                if (actual == null) {
                    missing.add(wanted);
                } else if (actual.name() != null
                        && !requireNonNull(wanted.name()).equals(actual.name())
                        && pair.names().isGiven(tables.name(), wanted)) {
                    found.add(
                            tables.name(),
                            new RenameConstraint(tables.name(), actual.name(), requireNonNull(wanted.name())));
                }
            }
            Set<List<String>> indexed = uniqueIndexes.getOrDefault(tables.name().toString(), Set.of());
            missing.removeIf(wanted -> wanted instanceof UniqueKey key && indexed.contains(key.columns()));
            dropped(tables, left, missing, pair.detail(), found);
            missing.forEach(wanted -> found.add(tables.name(), new AddConstraint(tables.name(), wanted)));
        }
    }

    private static void dropped(
            SchemaPair.Tables tables,
            List<Constraint> left,
            List<Constraint> missing,
            Detail detail,
            Differences found) {
        Set<String> taken = new HashSet<>();
        missing.forEach(wanted -> taken.add(requireNonNull(wanted.name())));
        for (Constraint actual : left) {
            String name = actual.name();
            if (name == null) {
                found.leaveAlone("A constraint of " + tables.name()
                        + " that the model does not have is kept, since it has no name to drop it by.");
                continue;
            }
            boolean unknowable = detail == Detail.ENTITIES
                    && !taken.contains(name)
                    && !tables.losesColumnOf(condition(actual))
                    && (actual instanceof Exclusion || (actual instanceof Check check && !fromMapping(tables, check)));
            if (unknowable) {
                found.leaveAlone(
                        "Constraint " + name + " of " + tables.name() + " is not compared: the model cannot say it.");
            } else {
                found.add(tables.name(), new DropConstraint(tables.name(), name, actual, Existence.REQUIRED));
            }
        }
    }

    /** Returns what a check or an exclusion says, or {@code null} for another constraint. */
    static @Nullable String condition(Constraint constraint) {
        if (constraint instanceof Check check) {
            return check.expression();
        }
        if (!(constraint instanceof Exclusion exclusion)) {
            return null;
        }
        StringBuilder text = new StringBuilder(exclusion.where() == null ? "" : exclusion.where());
        exclusion.elements().forEach(element -> text.append(' ').append(element.expression()));
        return text.toString();
    }

    /** A condition that a mapping left behind: it has the name that the database gives, and lists constants. */
    private static boolean fromMapping(SchemaPair.Tables tables, Check check) {
        String name = check.name() == null ? "" : check.name();
        return name.startsWith(tables.name().name() + "_")
                && name.contains("_check")
                && ENUM_CONDITION.matcher(check.expression()).matches();
    }

    private static Constraint normal(SchemaPair.Tables tables, Constraint wanted) {
        for (Constraint constraint : tables.normal().constraints()) {
            if (requireNonNull(wanted.name()).equals(constraint.name())) {
                return constraint;
            }
        }
        return wanted;
    }

    private static @Nullable Constraint take(List<Constraint> left, Constraint wanted, Detail detail) {
        Constraint match = null;
        for (Constraint actual : left) {
            if (same(actual, wanted, detail)) {
                if (match == null || requireNonNull(wanted.name()).equals(actual.name())) {
                    match = actual;
                }
            }
        }
        left.remove(match);
        return match;
    }

    private static boolean same(Constraint actual, Constraint wanted, Detail detail) {
        if (actual instanceof PrimaryKey a && wanted instanceof PrimaryKey b) {
            // Hibernate sorts the columns of a key by rules that changed from one version to the next.
            return detail == Detail.ENTITIES
                    ? new HashSet<>(a.columns()).equals(new HashSet<>(b.columns()))
                    : a.columns().equals(b.columns());
        }
        if (actual instanceof UniqueKey a && wanted instanceof UniqueKey b) {
            return new HashSet<>(a.columns()).equals(new HashSet<>(b.columns()))
                    && (detail == Detail.ENTITIES || (a.deferral() == b.deferral() && a.empties() == b.empties()));
        }
        if (actual instanceof ForeignKey a && wanted instanceof ForeignKey b) {
            return same(a, b, detail);
        }
        if (actual instanceof Check a && wanted instanceof Check b) {
            return a.expression().equals(b.expression());
        }
        return actual instanceof Exclusion && actual.equals(wanted);
    }

    private static boolean same(ForeignKey a, ForeignKey b, Detail detail) {
        Map<String, String> pairs = new HashMap<>();
        Map<String, String> others = new HashMap<>();
        for (int i = 0; i < Math.min(a.columns().size(), a.targetColumns().size()); i++) {
            pairs.put(a.columns().get(i), a.targetColumns().get(i));
        }
        for (int i = 0; i < Math.min(b.columns().size(), b.targetColumns().size()); i++) {
            others.put(b.columns().get(i), b.targetColumns().get(i));
        }
        boolean entities = detail == Detail.ENTITIES;
        return a.target().equals(b.target())
                && pairs.equals(others)
                && a.onDelete() == b.onDelete()
                && (a.onUpdate() == b.onUpdate() || (entities && b.onUpdate() == Action.NO_ACTION))
                && (a.deferral() == b.deferral() || (entities && b.deferral() == Deferral.NOT_DEFERRABLE));
    }

    /** A unique index without conditions demands what a unique constraint does. */
    private static Map<String, Set<List<String>>> uniqueIndexes(SchemaPair pair) {
        Map<String, Set<List<String>>> result = new HashMap<>();
        for (Index index : pair.actual().indexes()) {
            if (IndexComparison.isPlain(index) && index.uniqueness() == Index.Uniqueness.UNIQUE) {
                List<String> columns = new ArrayList<>();
                index.parts().forEach(part -> columns.add(requireNonNull(part.column())));
                result.computeIfAbsent(index.table().toString(), table -> new HashSet<>())
                        .add(columns);
            }
        }
        return result;
    }
}
