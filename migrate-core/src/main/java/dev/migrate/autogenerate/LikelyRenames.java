package dev.migrate.autogenerate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import dev.migrate.schema.Column;
import dev.migrate.schema.ObjectName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;

/** Finds what may have been renamed: something is gone, and something like it is new. */
final class LikelyRenames {

    private LikelyRenames() {}

    /** Tables of one schema that have most of their columns in common, the most alike first. */
    static List<Rename> tables(Schema actual, Schema wanted) {
        Map<ObjectName, Table> there = SchemaPair.tables(actual);
        Map<ObjectName, Table> known = SchemaPair.tables(wanted);
        List<Rename> likely = new ArrayList<>();
        for (Table fresh : wanted.tables()) {
            if (there.containsKey(fresh.name())) {
                continue;
            }
            Table best = null;
            for (Table gone : actual.tables()) {
                boolean candidate = !known.containsKey(gone.name())
                        && Objects.equals(gone.name().schema(), fresh.name().schema())
                        && isAlike(gone, fresh);
                if (candidate && (best == null || alike(gone, fresh) > alike(best, fresh))) {
                    best = gone;
                }
            }
            if (best != null) {
                likely.add(new Rename(best.name(), null, fresh.name().name()));
            }
        }
        return likely;
    }

    /** Columns of one table and one type. */
    static List<Rename> columns(Schema actual, Schema wanted) {
        Map<ObjectName, Table> there = SchemaPair.tables(actual);
        List<Rename> likely = new ArrayList<>();
        for (Table table : wanted.tables()) {
            Table other = there.get(table.name());
            if (other == null) {
                continue;
            }
            for (Column fresh : table.columns()) {
                if (other.column(fresh.name()) != null) {
                    continue;
                }
                other.columns().stream()
                        .filter(gone -> table.column(gone.name()) == null && isSameType(gone, fresh))
                        .forEach(gone -> likely.add(new Rename(table.name(), gone.name(), fresh.name())));
            }
        }
        return likely;
    }

    private static boolean isAlike(Table gone, Table fresh) {
        return 2 * alike(gone, fresh)
                >= Math.max(gone.columns().size(), fresh.columns().size());
    }

    private static int alike(Table gone, Table fresh) {
        Set<String> names = new HashSet<>();
        gone.columns().forEach(column -> names.add(column.name() + " " + column.type()));
        return (int) fresh.columns().stream()
                .filter(column -> names.contains(column.name() + " " + column.type()))
                .count();
    }

    private static boolean isSameType(Column gone, Column fresh) {
        return TypeRules.canonical(gone.type()).equals(TypeRules.canonical(fresh.type()))
                && (gone.generated() == null) == (fresh.generated() == null);
    }
}
