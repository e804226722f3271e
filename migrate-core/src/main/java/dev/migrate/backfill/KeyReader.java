package dev.migrate.backfill;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.migrate.dialect.Dialect;
import dev.migrate.error.MigrateException;

/** Finds out what the key of a backfill is made of, and whether rows can be walked through by it. */
final class KeyReader {

    static final Set<String> TYPES =
            Set.of("smallint", "integer", "bigint", "numeric", "uuid", "text", "character varying");

    private final Connection connection;

    private final Dialect dialect;

    private final BackfillDefinition definition;

    KeyReader(Connection connection, Dialect dialect, BackfillDefinition definition) {
        this.connection = connection;
        this.dialect = dialect;
        this.definition = definition;
    }

    /**
     * Reads the key.
     *
     * @throws MigrateException if there is no such table or column, or if the columns do not tell every row from the next
     */
    BackfillKey read() throws SQLException {
        String table = quoted(definition.table(), dialect);
        List<BackfillKey.Column> columns = new ArrayList<>();
        for (String name : definition.key()) {
            columns.add(column(table, name));
        }
        if (!isUnique(table)) {
            throw refused(
                    "has no unique index on (" + String.join(", ", definition.key()) + ")",
                    "Name the columns of its primary key, or of another unique index without a condition, in their order.");
        }
        return new BackfillKey(table, columns, dialect);
    }

    /** Returns a table as statements name it. */
    static String quoted(String table, Dialect dialect) {
        return Stream.of(table.split("\\.", -1)).map(dialect::quote).collect(Collectors.joining("."));
    }

    private BackfillKey.Column column(String table, String name) throws SQLException {
        String sql =
                "SELECT to_regclass(?) IS NOT NULL, a.attnotnull, coalesce(nullif(t.typbasetype, 0), t.oid)::regtype::text"
                        + " FROM (SELECT 1) one LEFT JOIN pg_catalog.pg_attribute a ON a.attrelid = to_regclass(?)::oid"
                        + " AND a.attname = ? AND a.attnum > 0 AND NOT a.attisdropped"
                        + " LEFT JOIN pg_catalog.pg_type t ON t.oid = a.atttypid";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, table);
            statement.setString(2, table);
            statement.setString(3, name);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                if (!row.getBoolean(1)) {
                    throw refused("does not exist", "Run `migrate upgrade`, or correct the name in its definition.");
                }
                String type = row.getString(3);
                if (type == null) {
                    throw refused("has no column " + name, "Correct the key in its definition.");
                }
                if (!row.getBoolean(2)) {
                    throw refused("has empty values in " + name, "A key needs columns that are NOT NULL.");
                }
                if (!TYPES.contains(type)) {
                    throw refused(
                            "has " + name + " of type " + type,
                            "Keys are whole numbers, numeric, uuid, text or varchar.");
                }
                return new BackfillKey.Column(name, type);
            }
        }
    }

    private boolean isUnique(String table) throws SQLException {
        String sql = "SELECT EXISTS (SELECT 1 FROM pg_catalog.pg_index i WHERE i.indrelid = to_regclass(?)::oid"
                + " AND i.indisunique AND i.indisvalid AND i.indpred IS NULL AND i.indexprs IS NULL"
                + " AND (SELECT array_agg(a.attname::text ORDER BY k.place) FROM unnest(i.indkey) WITH ORDINALITY k(number, place)"
                + " JOIN pg_catalog.pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.number"
                + " WHERE k.place <= i.indnkeyatts) = ?)";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            Array names = connection.createArrayOf("text", definition.key().toArray());
            statement.setString(1, table);
            statement.setArray(2, names);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    private MigrateException refused(String what, String hint) {
        return new MigrateException(
                "Backfill " + definition.name() + " cannot run: the table " + definition.table() + " " + what,
                List.of("at " + definition.origin()),
                hint,
                null);
    }
}
