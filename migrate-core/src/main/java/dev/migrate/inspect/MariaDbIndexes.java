package dev.migrate.inspect;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.migrate.schema.Constraint;
import dev.migrate.schema.ForeignKey;
import dev.migrate.schema.Index;
import dev.migrate.schema.ObjectName;
import dev.migrate.schema.PrimaryKey;
import dev.migrate.schema.UniqueKey;

/** The indexes of MariaDB, which are its keys at the same time: what a unique constraint can say is one. */
final class MariaDbIndexes {

    private final Map<ObjectName, List<Constraint>> constraints;

    private final Map<ObjectName, Map<String, Index>> read = new LinkedHashMap<>();

    private MariaDbIndexes(Map<ObjectName, List<Constraint>> constraints) {
        this.constraints = constraints;
    }

    /**
     * Reads the indexes, and adds those that are keys to the constraints.
     *
     * @param constraints of each table, foreign keys among them
     */
    static List<Index> read(MariaDbCatalog catalog, Map<ObjectName, List<Constraint>> constraints) throws SQLException {
        MariaDbIndexes indexes = new MariaDbIndexes(constraints);
        catalog.each(MariaDbCatalog.INDEXES, indexes::add);
        List<Index> others = new ArrayList<>();
        indexes.read.forEach((table, byName) -> byName.values().forEach(index -> {
            if (!indexes.isKey(index) && !indexes.belongsToForeignKey(index)) {
                others.add(index);
            }
        }));
        return others;
    }

    private void add(ResultSet row) throws SQLException {
        ObjectName table = MariaDbModel.name(row);
        Map<String, Index> ofTable = read.computeIfAbsent(table, key -> new LinkedHashMap<>());
        Index known = ofTable.get(row.getString(3));
        List<Index.Part> parts = new ArrayList<>(known == null ? List.of() : known.parts());
        parts.add(part(row));
        String type = row.getString(5);
        ofTable.put(
                row.getString(3),
                new Index(
                        row.getString(3),
                        table,
                        parts,
                        row.getInt(4) == 0 ? Index.Uniqueness.UNIQUE : Index.Uniqueness.NOT_UNIQUE,
                        type.equals("BTREE") || type.equals("HASH") ? null : type.toLowerCase(Locale.ROOT),
                        List.of(),
                        null));
    }

    private static Index.Part part(ResultSet row) throws SQLException {
        Index.Order order = "D".equals(row.getString(7)) ? Index.Order.DESCENDING : Index.Order.ASCENDING;
        String column = row.getString(6);
        int length = row.getInt(8);
        return length == 0
                ? new Index.Part(column, null, order, Index.NullOrder.USUAL, null, null)
                : new Index.Part(
                        null,
                        MariaDbCatalog.quoted(column) + "(" + length + ")",
                        order,
                        Index.NullOrder.USUAL,
                        null,
                        null);
    }

    private boolean isKey(Index index) {
        boolean plain = index.uniqueness() == Index.Uniqueness.UNIQUE
                && index.method() == null
                && index.parts().stream()
                        .allMatch(part -> part.column() != null && part.order() == Index.Order.ASCENDING);
        if (plain) {
            Constraint key = index.name().equals("PRIMARY")
                    ? new PrimaryKey(null, columns(index))
                    : UniqueKey.of(index.name(), columns(index));
            constraints
                    .computeIfAbsent(index.table(), table -> new ArrayList<>())
                    .add(key);
        }
        return plain;
    }

    /** The server makes it for the key, and drops it as soon as another one will do. */
    private boolean belongsToForeignKey(Index index) {
        return constraints.getOrDefault(index.table(), List.of()).stream()
                .anyMatch(constraint -> constraint instanceof ForeignKey key
                        && index.name().equals(key.name())
                        && columns(index).equals(key.columns()));
    }

    private static List<String> columns(Index index) {
        return index.parts().stream()
                .map(part -> part.column() == null ? "" : part.column())
                .toList();
    }
}
