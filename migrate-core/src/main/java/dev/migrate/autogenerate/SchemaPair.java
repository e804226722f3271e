package dev.migrate.autogenerate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.migrate.dialect.Dialect;
import dev.migrate.schema.Detail;
import dev.migrate.schema.Index;
import dev.migrate.schema.ObjectName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;

/**
 * What is and what should be. Both sides name objects of the run's own schema without a schema.
 *
 * @param actual as an inspector reads it
 * @param wanted as the model says it, with a name for every constraint
 * @param normal the wanted one as the same inspector would read it
 * @param names which names of the wanted one are the model's own
 * @param detail how much the model can say
 * @param dialect what the database can do, and how it writes it
 * @param unknownTables what becomes of those that only the actual one has
 */
record SchemaPair(
        Schema actual,
        Schema wanted,
        Schema normal,
        GivenNames names,
        Detail detail,
        Dialect dialect,
        UnknownTables unknownTables) {

    /** Returns the same with the wanted one as the server would keep it. */
    SchemaPair normalized(Schema other) {
        return new SchemaPair(actual, wanted, other, names, detail, dialect, unknownTables);
    }

    /** A table that both sides have. */
    record Tables(Table actual, Table wanted, Table normal) {

        ObjectName name() {
            return actual.name();
        }

        /** Tells whether one of the columns that go is in an expression, so that the expression goes with it. */
        boolean losesColumnOf(@Nullable String expression) {
            return actual.columns().stream()
                    .filter(column -> wanted.column(column.name()) == null)
                    .anyMatch(column -> Mentions.column(column.name(), expression));
        }
    }

    /** Returns the tables that both sides have. */
    List<Tables> common() {
        Map<ObjectName, Table> there = tables(actual);
        Map<ObjectName, Table> normals = tables(normal);
        List<Tables> common = new ArrayList<>();
        for (Table table : wanted.tables()) {
            Table other = there.get(table.name());
            if (other != null) {
                common.add(new Tables(other, table, normals.getOrDefault(table.name(), table)));
            }
        }
        return common;
    }

    static Map<ObjectName, Table> tables(Schema schema) {
        Map<ObjectName, Table> tables = new HashMap<>();
        schema.tables().forEach(table -> tables.put(table.name(), table));
        return tables;
    }

    static Map<ObjectName, List<Index>> indexes(Schema schema) {
        Map<ObjectName, List<Index>> indexes = new HashMap<>();
        schema.indexes().forEach(index -> indexes.computeIfAbsent(index.table(), table -> new ArrayList<>())
                .add(index));
        return indexes;
    }
}
