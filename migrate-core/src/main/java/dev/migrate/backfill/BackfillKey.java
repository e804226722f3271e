package dev.migrate.backfill;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import dev.migrate.operation.SqlSyntax;

/**
 * The order in which a backfill goes through a table, and the statements that follow it. Keys are kept as texts and compared as what
 * they are.
 */
final class BackfillKey {

    private final String table;

    private final List<Column> columns;

    private final SqlSyntax syntax;

    BackfillKey(String table, List<Column> columns, SqlSyntax syntax) {
        this.table = table;
        this.columns = columns;
        this.syntax = syntax;
    }

    /** Returns the table, quoted. */
    String table() {
        return table;
    }

    List<Column> columns() {
        return columns;
    }

    /** Returns a place for a value of a column. */
    static String parameter(Column column) {
        return "CAST(? AS " + column.type() + ")";
    }

    /** Sets a parameter that {@link #parameter} has made a place for. */
    static void set(PreparedStatement statement, int index, String value) throws SQLException {
        // Sent without a type, so that the cast around it decides.
        statement.setObject(index, value, Types.OTHER);
    }

    /** Returns values as an application sees them. */
    List<Object> values(List<String> texts) {
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            values.add(columns.get(i).value(texts.get(i)));
        }
        return values;
    }

    /** Returns the keys between two, both included, each with places for values as an application sees them. */
    String selectBetween() {
        String places = columns.stream().map(column -> "?").collect(Collectors.joining(", ", "(", ")"));
        return "SELECT " + names() + " FROM " + table + " WHERE (" + names() + ") >= " + places + " AND (" + names()
                + ") <= " + places + " ORDER BY " + names();
    }

    /** Returns the last key that there is, or {@code null} in an empty table. */
    @Nullable List<String> last(Connection connection) throws SQLException {
        String sql = "SELECT " + texts() + " FROM " + table + " ORDER BY " + descending() + " LIMIT 1";
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            return row.next() ? texts(row, 1) : null;
        }
    }

    /**
     * Returns the next rows.
     *
     * @param after the key before them, or {@code null} to begin with the first
     * @param to the last key that counts
     * @param limit how many at most
     */
    Page next(Connection connection, @Nullable List<String> after, List<String> to, long limit) throws SQLException {
        String sql = "WITH page AS (SELECT " + names() + " FROM " + table + " WHERE " + range(after) + " ORDER BY "
                + names() + " LIMIT ?) SELECT (SELECT " + texts() + " FROM page ORDER BY " + names()
                + " LIMIT 1), (SELECT " + texts() + " FROM page ORDER BY " + descending()
                + " LIMIT 1), (SELECT count(*) FROM page)";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int index = bind(statement, after, to);
            statement.setLong(index, limit);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                long rows = row.getLong(3);
                return rows == 0 ? new Page(List.of(), List.of(), 0) : new Page(texts(row, 1), texts(row, 2), rows);
            }
        }
    }

    /** Counts the rows behind one key and up to another. */
    long count(Connection connection, @Nullable List<String> after, List<String> to) throws SQLException {
        String sql = "SELECT count(*) FROM " + table + " WHERE " + range(after);
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, after, to);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private String range(@Nullable List<String> after) {
        String places = columns.stream().map(BackfillKey::parameter).collect(Collectors.joining(", ", "(", ")"));
        String upTo = "(" + names() + ") <= " + places;
        return after == null ? upTo : "(" + names() + ") > " + places + " AND " + upTo;
    }

    private static int bind(PreparedStatement statement, @Nullable List<String> after, List<String> to)
            throws SQLException {
        int index = 1;
        for (List<String> key : after == null ? List.of(to) : List.of(after, to)) {
            for (String value : key) {
                set(statement, index++, value);
            }
        }
        return index;
    }

    private String names() {
        return columns.stream().map(column -> syntax.quote(column.name())).collect(Collectors.joining(", "));
    }

    private String descending() {
        return columns.stream()
                .map(column -> syntax.quote(column.name()) + " DESC")
                .collect(Collectors.joining(", "));
    }

    private String texts() {
        return columns.stream()
                .map(column -> syntax.quote(column.name()) + "::text")
                .collect(Collectors.joining(", ", "ARRAY[", "]"));
    }

    static List<String> texts(ResultSet row, int index) throws SQLException {
        return Arrays.asList((String[]) row.getArray(index).getArray());
    }

    /**
     * One column of a key.
     *
     * @param name as the database spells it
     * @param type as the database spells it
     */
    record Column(String name, String type) {

        private Object value(String text) {
            return switch (type) {
                case "smallint", "integer", "bigint" -> Long.valueOf(text);
                case "numeric" -> new BigDecimal(text);
                case "uuid" -> UUID.fromString(text);
                default -> text;
            };
        }
    }
}
