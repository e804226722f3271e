package dev.migrate.inspect;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.migrate.schema.Check;
import dev.migrate.schema.Column;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.Deferral;
import dev.migrate.schema.Domain;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Index;
import dev.migrate.schema.ObjectName;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.Replaceable;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.Table;
import dev.migrate.schema.UniqueKey;
import dev.migrate.schema.Validity;

/** Reads H2's information schema; expressions are the server's own text. */
final class H2Inspector implements Inspector {

    @Override
    public Schema inspect(Connection connection, List<String> schemas) throws SQLException {
        H2Catalog catalog = new H2Catalog(connection, schemas);
        Map<ObjectName, List<Column>> columns = new LinkedHashMap<>();
        Map<ObjectName, String> comments = new LinkedHashMap<>();
        catalog.each(H2Catalog.COLUMNS, row -> {
            ObjectName name = new ObjectName(row.getString(1), row.getString(2));
            comments.put(name, text(row.getString(3)));
            columns.computeIfAbsent(name, key -> new ArrayList<>()).add(H2Model.column(row));
        });
        Map<ObjectName, List<Constraint>> constraints = constraints(catalog);
        List<Table> tables = new ArrayList<>();
        columns.forEach((name, list) -> tables.add(
                new Table(name, list, constraints.getOrDefault(name, List.of()), comments.getOrDefault(name, ""))));
        List<Sequence> sequences = new ArrayList<>();
        catalog.each(H2Catalog.SEQUENCES, row -> sequences.add(H2Model.sequence(row)));
        List<Domain> domains = new ArrayList<>();
        catalog.each(H2Catalog.DOMAINS, row -> domains.add(H2Model.domain(row)));
        List<Replaceable> objects = new ArrayList<>();
        catalog.each(
                H2Catalog.VIEWS,
                row -> objects.add(new Replaceable(
                        Replaceable.Kind.VIEW,
                        new ObjectName(row.getString(1), row.getString(2)),
                        List.of(),
                        null,
                        row.getString(3))));
        catalog.each(H2Catalog.TRIGGERS, row -> objects.add(H2Model.trigger(row)));
        return new Schema(tables, indexes(catalog), sequences, List.of(), domains, objects);
    }

    private static Map<ObjectName, List<Constraint>> constraints(H2Catalog catalog) throws SQLException {
        Map<ObjectName, List<Constraint>> constraints = new LinkedHashMap<>();
        catalog.each(H2Catalog.CONSTRAINTS, row -> {
            ObjectName table = new ObjectName(row.getString(1), row.getString(2));
            constraints.computeIfAbsent(table, key -> new ArrayList<>()).add(constraint(row));
        });
        return constraints;
    }

    private static Constraint constraint(ResultSet row) throws SQLException {
        String name = row.getString(3);
        List<String> columns = H2Model.list(row.getString(5));
        return switch (row.getString(4)) {
            case "PRIMARY KEY" -> new PrimaryKey(name, columns);
            case "UNIQUE" ->
                new UniqueKey(
                        name,
                        columns,
                        Deferral.NOT_DEFERRABLE,
                        "NO".equals(row.getString(6)) ? UniqueKey.Nulls.NOT_DISTINCT : UniqueKey.Nulls.DISTINCT);
            case "CHECK" -> new Check(name, text(row.getString(7)), Validity.VALID);
            default ->
                new ForeignKey(
                        name,
                        columns,
                        new ObjectName(row.getString(8), row.getString(9)),
                        H2Model.list(row.getString(10)),
                        action(row.getString(11)),
                        action(row.getString(12)),
                        Deferral.NOT_DEFERRABLE,
                        Validity.VALID);
        };
    }

    private static ForeignKey.Action action(String rule) {
        return ForeignKey.Action.valueOf(rule.replace(' ', '_'));
    }

    private static List<Index> indexes(H2Catalog catalog) throws SQLException {
        Map<String, Index> indexes = new LinkedHashMap<>();
        catalog.each(H2Catalog.INDEXES, row -> {
            ObjectName table = new ObjectName(row.getString(1), row.getString(2));
            String name = row.getString(3);
            Index.Uniqueness unique = !row.getString(4).startsWith("UNIQUE")
                    ? Index.Uniqueness.NOT_UNIQUE
                    : "NO".equals(row.getString(5))
                            ? Index.Uniqueness.UNIQUE_NULLS_NOT_DISTINCT
                            : Index.Uniqueness.UNIQUE;
            Index known = indexes.get(table + "." + name);
            List<Index.Part> parts = new ArrayList<>(known == null ? List.of() : known.parts());
            parts.add(H2Model.part(row));
            indexes.put(table + "." + name, new Index(name, table, parts, unique, null, List.of(), null));
        });
        return List.copyOf(indexes.values());
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
