package dev.migrate.hibernate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.hibernate.boot.Metadata;
import org.hibernate.boot.model.relational.Namespace;

import dev.migrate.schema.EnumType;
import dev.migrate.schema.Index;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.Table;

/** Walks through the tables and sequences of a built model. */
final class MetadataReader {

    private final Metadata metadata;

    private final ModelNames names;

    MetadataReader(Metadata metadata) {
        this.metadata = metadata;
        this.names = new ModelNames(metadata.getDatabase());
    }

    Schema read() {
        TimestampProperties.settle(metadata);
        List<EnumType> enums = new EnumTypes(metadata.getDatabase(), names).read();
        TableReader reader = new TableReader(metadata, names, enums);
        List<Table> tables = new ArrayList<>();
        List<Index> indexes = new ArrayList<>();
        List<Sequence> sequences = new ArrayList<>();
        for (Namespace namespace : metadata.getDatabase().getNamespaces()) {
            for (org.hibernate.mapping.Table table : namespace.getTables()) {
                if (table.isPhysicalTable() && !table.isView()) {
                    tables.add(reader.table(table));
                    indexes.addAll(reader.indexes(table));
                }
            }
            for (org.hibernate.boot.model.relational.Sequence sequence : namespace.getSequences()) {
                sequences.add(new Sequence(
                        names.of(sequence.getName()),
                        sequence.getInitialValue(),
                        sequence.getIncrementSize(),
                        null,
                        null,
                        1,
                        Sequence.Wrap.NO_CYCLE));
            }
        }
        tables.sort(Comparator.comparing(Table::name));
        indexes.sort(Comparator.comparing(Index::table).thenComparing(Index::name));
        sequences.sort(Comparator.comparing(Sequence::name));
        return new Schema(tables, indexes, sequences, enums, List.of(), List.of());
    }
}
