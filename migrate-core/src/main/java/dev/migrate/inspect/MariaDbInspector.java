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
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Index;
import dev.migrate.schema.ObjectName;
import dev.migrate.schema.Replaceable;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Sequence;
import dev.migrate.schema.Table;
import dev.migrate.schema.Validity;

/** Reads MariaDB's information schema in nine queries at most; expressions are the server's own text. */
final class MariaDbInspector implements Inspector {

    @Override
    public Schema inspect(Connection connection, List<String> schemas) throws SQLException {
        MariaDbCatalog catalog = new MariaDbCatalog(connection, schemas);
        Map<ObjectName, List<Column>> columns = new LinkedHashMap<>();
        Map<ObjectName, String> comments = new LinkedHashMap<>();
        catalog.each(MariaDbCatalog.COLUMNS, row -> {
            ObjectName name = MariaDbModel.name(row);
            comments.put(name, row.getString(3));
            columns.computeIfAbsent(name, key -> new ArrayList<>()).add(MariaDbModel.column(row));
        });
        Map<ObjectName, List<Constraint>> constraints = constraints(catalog);
        List<Index> indexes = MariaDbIndexes.read(catalog, constraints);
        List<Table> tables = new ArrayList<>();
        columns.forEach((name, list) -> tables.add(
                new Table(name, list, constraints.getOrDefault(name, List.of()), comments.getOrDefault(name, ""))));
        return new Schema(tables, indexes, sequences(catalog), List.of(), List.of(), objects(catalog));
    }

    private static Map<ObjectName, List<Constraint>> constraints(MariaDbCatalog catalog) throws SQLException {
        Map<ObjectName, List<Constraint>> constraints = new LinkedHashMap<>();
        catalog.each(MariaDbCatalog.CHECKS, row -> constraints
                .computeIfAbsent(MariaDbModel.name(row), key -> new ArrayList<>())
                .add(new Check(row.getString(3), row.getString(4), Validity.VALID)));
        Map<List<String>, ForeignKey> keys = new LinkedHashMap<>();
        catalog.each(MariaDbCatalog.FOREIGN_KEYS, row -> {
            List<String> name = List.of(row.getString(1), row.getString(2), row.getString(3));
            keys.put(name, foreignKey(row, keys.get(name)));
        });
        keys.forEach((name, key) -> constraints
                .computeIfAbsent(new ObjectName(name.get(0), name.get(1)), table -> new ArrayList<>())
                .add(key));
        return constraints;
    }

    private static ForeignKey foreignKey(ResultSet row, @Nullable ForeignKey begun) throws SQLException {
        List<String> columns = new ArrayList<>(begun == null ? List.of() : begun.columns());
        columns.add(row.getString(4));
        List<String> targets = new ArrayList<>(begun == null ? List.of() : begun.targetColumns());
        targets.add(row.getString(7));
        return new ForeignKey(
                row.getString(3),
                columns,
                new ObjectName(row.getString(5), row.getString(6)),
                targets,
                action(row.getString(8)),
                action(row.getString(9)),
                Deferral.NOT_DEFERRABLE,
                Validity.VALID);
    }

    /** The server refuses at once in any case. */
    private static ForeignKey.Action action(String rule) {
        return rule.equals("RESTRICT")
                ? ForeignKey.Action.NO_ACTION
                : ForeignKey.Action.valueOf(rule.replace(' ', '_'));
    }

    private static List<Sequence> sequences(MariaDbCatalog catalog) throws SQLException {
        List<ObjectName> names = new ArrayList<>();
        catalog.each(MariaDbCatalog.SEQUENCES, row -> names.add(MariaDbModel.name(row)));
        List<Sequence> sequences = new ArrayList<>();
        catalog.eachSequence(names, row -> sequences.add(MariaDbModel.sequence(row)));
        return sequences;
    }

    private static List<Replaceable> objects(MariaDbCatalog catalog) throws SQLException {
        List<Replaceable> objects = new ArrayList<>();
        catalog.each(MariaDbCatalog.VIEWS, row -> objects.add(MariaDbModel.view(row)));
        catalog.each(MariaDbCatalog.ROUTINES, row -> objects.add(MariaDbModel.routine(row)));
        catalog.each(MariaDbCatalog.TRIGGERS, row -> objects.add(MariaDbModel.trigger(row)));
        return objects;
    }
}
