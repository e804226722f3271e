package dev.migrate.schema;

import java.util.Collection;
import java.util.List;

/**
 * What one schema of a database, or several, consist of.
 * Two that are equal cannot be told apart by a program that names the columns it uses.
 *
 * @param tables by name
 * @param indexes by table and name, without those behind constraints
 * @param sequences by name, without those behind identity columns
 * @param enums by name
 * @param domains by name
 * @param objects views, functions, procedures and triggers, by kind and name
 */
public record Schema(
        List<Table> tables,
        List<Index> indexes,
        List<Sequence> sequences,
        List<EnumType> enums,
        List<Domain> domains,
        List<Replaceable> objects) {

    /** Copies the lists. */
    public Schema {
        tables = List.copyOf(tables);
        indexes = List.copyOf(indexes);
        sequences = List.copyOf(sequences);
        enums = List.copyOf(enums);
        domains = List.copyOf(domains);
        objects = List.copyOf(objects);
    }

    /**
     * Returns the same without the order of columns and constraints in their tables, which no statement can change afterwards: a
     * column that was dropped and added again is the last one. Two schemas that differ in nothing else are equal then.
     */
    public Schema unordered() {
        List<Table> sorted = tables.stream().map(Table::unordered).toList();
        return new Schema(sorted, indexes, sequences, enums, domains, objects);
    }

    /** Returns the same without some tables, their indexes and their triggers. */
    public Schema without(Collection<ObjectName> left) {
        return new Schema(
                tables.stream().filter(table -> !left.contains(table.name())).toList(),
                indexes.stream().filter(index -> !left.contains(index.table())).toList(),
                sequences,
                enums,
                domains,
                objects.stream()
                        .filter(object -> object.table() == null || !left.contains(object.table()))
                        .toList());
    }
}
