package dev.migrate.autogenerate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.migrate.operation.DropConstraint;
import dev.migrate.operation.DropIndex;
import dev.migrate.operation.DropSequence;
import dev.migrate.operation.DropTable;
import dev.migrate.operation.Existence;
import dev.migrate.operation.SetColumnDefault;
import dev.migrate.operation.Writes;
import dev.migrate.schema.Column;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.DefaultValue;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Index;
import dev.migrate.schema.ObjectName;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.SqlExpression;
import dev.migrate.schema.Table;

/** Removes whole tables, piece by piece, so that each piece comes back in a downgrade. */
final class DroppedTables {

    private final Map<ObjectName, List<Index>> indexes;

    private final List<Sequence> sequences;

    private final Set<ObjectName> needed = new HashSet<>();

    private final Differences found;

    DroppedTables(SchemaPair pair, Differences found) {
        this.indexes = SchemaPair.indexes(pair.actual());
        this.sequences = pair.actual().sequences();
        this.found = found;
        pair.wanted().sequences().forEach(sequence -> needed.add(sequence.name()));
        Map<ObjectName, Table> wanted = SchemaPair.tables(pair.wanted());
        for (Table table : pair.actual().tables()) {
            if (wanted.containsKey(table.name())) {
                for (Column column : table.columns()) {
                    Sequence sequence = numbering(column);
                    if (sequence != null) {
                        needed.add(sequence.name());
                    }
                }
            }
        }
    }

    /**
     * Drops tables.
     *
     * @param tables what others refer to first
     */
    void drop(List<Table> tables) {
        List<Table> ordered = new ArrayList<>(tables);
        Collections.reverse(ordered);
        ordered.forEach(this::drop);
    }

    private void drop(Table table) {
        List<Constraint> kept = new ArrayList<>();
        for (Constraint constraint : table.constraints()) {
            if (constraint instanceof ForeignKey key && key.name() != null) {
                found.add(new DropConstraint(table.name(), key.name(), key, Existence.REQUIRED));
            } else {
                kept.add(constraint);
            }
        }
        indexes.getOrDefault(table.name(), List.of())
                .forEach(index -> found.add(
                        new DropIndex(index.table(), index.name(), index, Existence.REQUIRED, Writes.BLOCKED)));
        List<Column> columns = new ArrayList<>();
        table.columns().forEach(column -> columns.add(unnumbered(table.name(), column)));
        Table previous = new Table(table.name(), columns, kept, table.comment());
        found.leave(new DropTable(table.name(), previous, Existence.REQUIRED));
    }

    /** A sequence that belongs to a column would go with it, and could not be told afterwards. */
    private Column unnumbered(ObjectName table, Column column) {
        Sequence sequence = numbering(column);
        if (sequence == null || !needed.add(sequence.name())) {
            return column;
        }
        found.leave(new SetColumnDefault(table, column.name(), DefaultValue.none(), column.defaultValue()));
        found.leave(new DropSequence(sequence.name(), sequence));
        return column.withDefault(DefaultValue.none());
    }

    private @Nullable Sequence numbering(Column column) {
        if (!(column.defaultValue().value() instanceof SqlExpression expression)
                || !expression.sql().startsWith("nextval(")) {
            return null;
        }
        String plain = expression.sql().replace("\"", "");
        for (Sequence sequence : sequences) {
            if (plain.contains("." + sequence.name().name() + "'")
                    || plain.contains("'" + sequence.name().name() + "'")) {
                return sequence;
            }
        }
        return null;
    }
}
