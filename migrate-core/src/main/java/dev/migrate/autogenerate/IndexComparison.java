package dev.migrate.autogenerate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import dev.migrate.operation.CreateIndex;
import dev.migrate.operation.DropIndex;
import dev.migrate.operation.Existence;
import dev.migrate.operation.Writes;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.Detail;
import dev.migrate.schema.Index;
import dev.migrate.schema.ObjectName;
import dev.migrate.schema.UniqueKey;

/** Indexes of the tables that both sides have, by name. */
final class IndexComparison implements Comparison {

    @Override
    public void compare(SchemaPair pair, Differences found) {
        Map<ObjectName, List<Index>> there = SchemaPair.indexes(pair.actual());
        Map<ObjectName, List<Index>> wanted = SchemaPair.indexes(pair.wanted());
        Map<ObjectName, List<Index>> normal = SchemaPair.indexes(pair.normal());
        for (SchemaPair.Tables tables : pair.common()) {
            ObjectName table = tables.name();
            Map<String, Index> left = byName(there.getOrDefault(table, List.of()));
            Map<String, Index> normals = byName(normal.getOrDefault(table, List.of()));
            for (Index index : wanted.getOrDefault(table, List.of())) {
                Index actual = left.remove(index.name());
                if (actual == null) {
                    found.add(index.table(), create(index));
                } else if (!same(actual, normals.getOrDefault(index.name(), index), pair.detail())) {
                    found.add(actual.table(), drop(actual));
                    found.add(index.table(), create(index));
                }
            }
            Set<Set<String>> keys = uniqueKeys(tables);
            left.values().forEach(index -> unknown(index, tables, keys, pair.detail(), found));
        }
    }

    private static void unknown(
            Index index, SchemaPair.Tables tables, Set<Set<String>> keys, Detail detail, Differences found) {
        boolean demanded =
                isPlain(index) && index.uniqueness() == Index.Uniqueness.UNIQUE && keys.contains(columns(index));
        if (demanded) {
            return;
        }
        if (detail == Detail.ENTITIES && !isPlain(index) && !tables.losesColumnOf(said(index))) {
            found.leaveAlone(
                    "Index " + index.name() + " of " + index.table() + " is not compared: the model cannot say it.");
        } else {
            found.add(index.table(), drop(index));
        }
    }

    /** Returns everything of an index that names columns. */
    static String said(Index index) {
        StringBuilder text = new StringBuilder(index.where() == null ? "" : index.where());
        for (Index.Part part : index.parts()) {
            text.append(' ').append(part.column() == null ? part.expression() : part.column());
        }
        index.include().forEach(column -> text.append(' ').append(column));
        return text.toString();
    }

    /** Tells whether an index has nothing but columns, so that a mapping could say it. */
    static boolean isPlain(Index index) {
        return index.where() == null
                && index.include().isEmpty()
                && (index.method() == null || index.method().equals("btree"))
                && index.parts().stream()
                        .allMatch(part -> part.column() != null
                                && part.operatorClass() == null
                                && part.collation() == null
                                && part.nullOrder() == Index.NullOrder.USUAL);
    }

    private static boolean same(Index actual, Index wanted, Detail detail) {
        if (detail == Detail.EVERYTHING) {
            return usualMethod(actual).equals(usualMethod(wanted));
        }
        List<Index.Part> parts = new ArrayList<>();
        actual.parts().forEach(part -> parts.add(reduced(part)));
        List<Index.Part> others = new ArrayList<>();
        wanted.parts().forEach(part -> others.add(reduced(part)));
        return parts.equals(others)
                && (actual.uniqueness() == Index.Uniqueness.NOT_UNIQUE)
                        == (wanted.uniqueness() == Index.Uniqueness.NOT_UNIQUE);
    }

    private static Index usualMethod(Index index) {
        String method = "btree".equals(index.method()) ? null : index.method();
        return new Index(
                index.name(), index.table(), index.parts(), index.uniqueness(), method, index.include(), index.where());
    }

    private static Index.Part reduced(Index.Part part) {
        return new Index.Part(part.column(), part.expression(), part.order(), Index.NullOrder.USUAL, null, null);
    }

    private static Set<Set<String>> uniqueKeys(SchemaPair.Tables tables) {
        Set<Set<String>> keys = new HashSet<>();
        for (Constraint constraint : tables.wanted().constraints()) {
            if (constraint instanceof UniqueKey key) {
                keys.add(new HashSet<>(key.columns()));
            }
        }
        return keys;
    }

    private static Set<String> columns(Index index) {
        Set<String> columns = new HashSet<>();
        index.parts().forEach(part -> columns.add(String.valueOf(part.column())));
        return columns;
    }

    private static Map<String, Index> byName(List<Index> indexes) {
        Map<String, Index> byName = new HashMap<>();
        indexes.forEach(index -> byName.put(index.name(), index));
        return new TreeMap<>(byName);
    }

    private static CreateIndex create(Index index) {
        return new CreateIndex(index, Existence.REQUIRED, Writes.BLOCKED);
    }

    private static DropIndex drop(Index index) {
        return new DropIndex(index.table(), index.name(), index, Existence.REQUIRED, Writes.BLOCKED);
    }
}
