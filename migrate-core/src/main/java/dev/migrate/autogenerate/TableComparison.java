package dev.migrate.autogenerate;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.migrate.operation.AddConstraint;
import dev.migrate.operation.CreateIndex;
import dev.migrate.operation.CreateTable;
import dev.migrate.operation.Existence;
import dev.migrate.operation.SetTableComment;
import dev.migrate.operation.Writes;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.Detail;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Index;
import dev.migrate.schema.ObjectName;
import dev.migrate.schema.Table;

/** Tables that only one side has, and comments on those that both have. */
final class TableComparison implements Comparison {

    @Override
    public void compare(SchemaPair pair, Differences found) {
        Map<ObjectName, Table> there = SchemaPair.tables(pair.actual());
        Map<ObjectName, Table> wanted = SchemaPair.tables(pair.wanted());
        Map<ObjectName, List<Index>> indexes = SchemaPair.indexes(pair.wanted());
        Map<ObjectName, Table> fresh = new LinkedHashMap<>();
        pair.wanted().tables().stream()
                .filter(table -> !there.containsKey(table.name()))
                .forEach(table -> fresh.put(table.name(), table));
        Set<ObjectName> done = new HashSet<>();
        for (Table table : targetsFirst(fresh)) {
            create(table, fresh, done, found);
            indexes.getOrDefault(table.name(), List.of())
                    .forEach(index -> found.add(new CreateIndex(index, Existence.REQUIRED, Writes.BLOCKED)));
        }
        List<Table> unknown = pair.actual().tables().stream()
                .filter(table -> !wanted.containsKey(table.name()))
                .toList();
        if (pair.unknownTables() == UnknownTables.DROPPED) {
            new DroppedTables(pair, found).drop(targetsFirst(byName(unknown)));
        } else if (!unknown.isEmpty()) {
            String names = String.join(
                    ", ", unknown.stream().map(table -> table.name().toString()).toList());
            found.leaveAlone("Tables that the model does not know are kept: " + names);
        }
        for (SchemaPair.Tables both : pair.common()) {
            String comment = both.wanted().comment();
            String before = both.actual().comment();
            if (!comment.equals(before) && (pair.detail() == Detail.EVERYTHING || !comment.isEmpty())) {
                found.add(new SetTableComment(both.name(), comment, before));
            }
        }
    }

    private static Map<ObjectName, Table> byName(List<Table> tables) {
        Map<ObjectName, Table> byName = new LinkedHashMap<>();
        tables.forEach(table -> byName.put(table.name(), table));
        return byName;
    }

    /** A foreign key to a table that comes later is added when both are there. */
    private static void create(Table table, Map<ObjectName, Table> fresh, Set<ObjectName> done, Differences found) {
        done.add(table.name());
        List<Constraint> now = new ArrayList<>();
        List<Constraint> later = new ArrayList<>();
        for (Constraint constraint : table.constraints()) {
            boolean waits = constraint instanceof ForeignKey key
                    && fresh.containsKey(key.target())
                    && !done.contains(key.target());
            (waits ? later : now).add(constraint);
        }
        found.add(new CreateTable(new Table(table.name(), table.columns(), now, table.comment()), Existence.REQUIRED));
        later.forEach(constraint -> found.add(new AddConstraint(table.name(), constraint)));
    }

    /** Iterates, since a chain of foreign keys may be long. */
    private static List<Table> targetsFirst(Map<ObjectName, Table> tables) {
        List<Table> ordered = new ArrayList<>();
        Set<ObjectName> entered = new HashSet<>();
        Set<ObjectName> left = new HashSet<>();
        for (Table root : tables.values()) {
            Deque<Table> stack = new ArrayDeque<>();
            stack.push(root);
            while (!stack.isEmpty()) {
                Table table = stack.peek();
                if (!entered.add(table.name())) {
                    stack.pop();
                    if (left.add(table.name())) {
                        ordered.add(table);
                    }
                    continue;
                }
                for (Constraint constraint : table.constraints()) {
                    if (constraint instanceof ForeignKey key
                            && tables.containsKey(key.target())
                            && !entered.contains(key.target())) {
                        stack.push(tables.get(key.target()));
                    }
                }
            }
        }
        return ordered;
    }
}
