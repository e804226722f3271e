package dev.migrate.schema;

import java.util.List;

/**
 * What one schema of a database, or several, consist of. Two that are equal cannot be told apart by a program that uses them.
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
}
