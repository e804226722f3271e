package dev.migrate.autogenerate;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

import dev.migrate.dialect.Dialect;
import dev.migrate.error.MigrateException;
import dev.migrate.operation.Operation;
import dev.migrate.operation.RenameColumn;
import dev.migrate.operation.RenameTable;
import dev.migrate.schema.ObjectName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;

/** Carries out what somebody knows to be renamed: columns first, since they are told with the tables' old names. */
final class StatedRenames {

    private static final String SEQUENCE = "_seq";

    private final Dialect dialect;

    private final Schema wanted;

    private final List<Operation> operations = new ArrayList<>();

    private Schema actual;

    private int provisional;

    StatedRenames(Dialect dialect, Schema actual, Schema wanted) {
        this.dialect = dialect;
        this.actual = actual;
        this.wanted = wanted;
    }

    Preparation of(List<Rename> renames) {
        renames.forEach(this::checkSource);
        settle(renames.stream().filter(rename -> rename.column() != null).toList());
        settle(renames.stream().filter(rename -> rename.column() == null).toList());
        return new Preparation(operations, List.of(), actual);
    }

    /** What takes another's old name waits until that is free; in a ring, one steps aside. */
    private void settle(List<Rename> renames) {
        Deque<Rename> waiting = new ArrayDeque<>(renames);
        int inVain = 0;
        while (!waiting.isEmpty()) {
            Rename next = waiting.remove();
            if (!isTaken(next)) {
                apply(next);
                inVain = 0;
                continue;
            }
            if (waiting.stream().noneMatch(other -> isSource(other, next))) {
                throw new MigrateException(
                        "Cannot rename " + next + ": that name is taken", "Say what becomes of the one that has it.");
            }
            waiting.add(next);
            inVain++;
            if (inVain == waiting.size()) {
                Rename aside = waiting.remove();
                String name = "migrate_renamed_" + ++provisional;
                apply(new Rename(aside.table(), aside.column(), name));
                waiting.add(
                        aside.column() == null
                                ? new Rename(aside.table().sibling(name), null, aside.name())
                                : new Rename(aside.table(), name, aside.name()));
                inVain = 0;
            }
        }
    }

    private void apply(Rename rename) {
        operations.add(
                rename.column() == null
                        ? new RenameTable(rename.table(), rename.name())
                        : new RenameColumn(rename.table(), rename.column(), rename.name()));
        actual = new Renaming(rename, dialect::quote).of(actual);
        if (rename.column() == null) {
            takeSequenceAlong(rename);
        }
    }

    /** An entity's own sequence is named after its table, and must not begin with 1 again. */
    private void takeSequenceAlong(Rename table) {
        ObjectName from = table.table().sibling(table.table().name() + SEQUENCE);
        ObjectName to = from.sibling(table.name() + SEQUENCE);
        boolean moves = isSequence(actual, from)
                && isSequence(wanted, to)
                && !isSequence(actual, to)
                && !isSequence(wanted, from);
        if (moves) {
            apply(new Rename(from, null, to.name()));
        }
    }

    private void checkSource(Rename rename) {
        Table table = SchemaPair.tables(actual).get(rename.table());
        boolean known = rename.column() == null
                ? table != null || isSequence(actual, rename.table())
                : table != null && table.column(rename.column()) != null;
        if (!known) {
            throw new MigrateException(
                    "The database has nothing to rename: " + rename,
                    "Name it as the database does, before the sign the old name, behind it the new one.");
        }
    }

    private boolean isTaken(Rename rename) {
        if (rename.column() == null) {
            ObjectName to = rename.table().sibling(rename.name());
            return SchemaPair.tables(actual).containsKey(to) || isSequence(actual, to);
        }
        Table table = SchemaPair.tables(actual).get(rename.table());
        return table != null && table.column(rename.name()) != null;
    }

    private static boolean isSource(Rename other, Rename taking) {
        return taking.column() == null
                ? other.table().equals(taking.table().sibling(taking.name()))
                : other.table().equals(taking.table()) && taking.name().equals(other.column());
    }

    private static boolean isSequence(Schema schema, ObjectName name) {
        return schema.sequences().stream().anyMatch(sequence -> sequence.name().equals(name));
    }
}
