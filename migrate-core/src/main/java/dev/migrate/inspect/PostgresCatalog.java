package dev.migrate.inspect;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.migrate.schema.ObjectName;

/** One look at the catalogs of one server. */
final class PostgresCatalog {

    private static final int NULLS_NOT_DISTINCT_SINCE = 15;

    private final Connection connection;

    private final List<String> schemas;

    PostgresCatalog(Connection connection, List<String> schemas) {
        this.connection = connection;
        this.schemas = schemas;
    }

    /** Hands every row of a query to a reader. */
    void read(String sql, Rows rows) throws SQLException {
        boolean knowsNulls = connection.getMetaData().getDatabaseMajorVersion() >= NULLS_NOT_DISTINCT_SINCE;
        String fitting = sql.replace("{nullsNotDistinct}", knowsNulls ? "i.indnullsnotdistinct" : "false");
        Array names = connection.createArrayOf("text", schemas.toArray());
        try (PreparedStatement statement = connection.prepareStatement(fitting)) {
            for (int i = 1; i <= fitting.chars().filter(c -> c == '?').count(); i++) {
                statement.setArray(i, names);
            }
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    rows.take(row);
                }
            }
        }
    }

    /** Makes a value of every row of a query. */
    <T> List<T> list(String sql, Row<T> maker) throws SQLException {
        List<T> list = new ArrayList<>();
        read(sql, row -> list.add(maker.of(row)));
        return list;
    }

    /** Returns the name in the columns {@code <prefix>schema} and {@code <prefix>name}. */
    static ObjectName name(ResultSet row, String prefix) throws SQLException {
        return new ObjectName(row.getString(prefix + "schema"), row.getString(prefix + "name"));
    }

    /** Returns an array of text, empty where there is none. */
    static List<String> strings(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return array == null ? List.of() : Arrays.asList((String[]) array.getArray());
    }

    /** Returns a text, or the empty one. */
    static String text(ResultSet row, String column) throws SQLException {
        String text = row.getString(column);
        return text == null ? "" : text;
    }

    /** Returns a number, or {@code null}. */
    static @Nullable Long number(ResultSet row, String column) throws SQLException {
        long number = row.getLong(column);
        return row.wasNull() ? null : number;
    }

    /** Takes the rows of a query one by one. */
    @FunctionalInterface
    interface Rows {

        /** Takes the row that the result stands on. */
        void take(ResultSet row) throws SQLException;
    }

    /** Makes a value of a row. */
    @FunctionalInterface
    interface Row<T> {

        /** Makes a value of the row that the result stands on. */
        T of(ResultSet row) throws SQLException;
    }
}
