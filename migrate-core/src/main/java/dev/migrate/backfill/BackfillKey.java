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

    /** What a statement calls the bounds of a range; no table of an application is likely to have this name. */
    static final String BOUNDS = "migrate_bounds";

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
        String sql = select(
                "SELECT CAST(? AS text[]) AS cursor_key, CAST(? AS text[]) AS to_key",
                after == null ? bounded("<=", "to_key") : bounded(),
                "");
        Statements statements = new Statements(connection);
        try (PreparedStatement statement = statements.bound(
                        sql, statements.array(after == null ? List.of() : after), statements.array(to), limit - 1);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return page(row, limit);
        }
    }

    /**
     * Returns a statement that finds the next rows of a range. Its last place is for how many before the last of them, and its
     * first three columns are for {@link #page}.
     *
     * @param range a query of at most one row with the columns {@code cursor_key}, which rows come behind if it is not empty, and {@code to_key}
     * @param more further columns, of {@link #BOUNDS}
     */
    String selectNext(String range, String more) {
        return select(range, bounded(), ", " + more);
    }

    /** Only the key of the last row is looked for among all of them, so that no row is kept meanwhile. */
    private String select(String bounds, String condition, String more) {
        String rows = " FROM " + table + " WHERE " + condition;
        return "WITH " + BOUNDS + " AS (" + bounds + ") SELECT (SELECT " + texts() + rows + " ORDER BY " + names()
                + " LIMIT 1), coalesce(full_page.last, (SELECT " + texts() + rows + " ORDER BY " + descending()
                + " LIMIT 1)), CASE WHEN full_page.last IS NULL THEN (SELECT count(*)" + rows + ") END" + more
                + " FROM "
                + BOUNDS + " LEFT JOIN LATERAL (SELECT " + texts() + " AS last FROM (SELECT " + names() + rows
                + " ORDER BY " + names() + " OFFSET ? LIMIT 1) page) full_page ON true";
    }

    /** Returns the rows that {@link #selectNext} has found. */
    static Page page(ResultSet row, long limit) throws SQLException {
        if (row.getArray(1) == null) {
            return new Page(List.of(), List.of(), 0);
        }
        long counted = row.getLong(3);
        long rows = row.wasNull() ? limit : counted;
        return new Page(texts(row, 1), texts(row, 2), rows);
    }

    private String bounded() {
        return bounded(">", "cursor_key") + " AND " + bounded("<=", "to_key");
    }

    private String bounded(String comparison, String bound) {
        List<String> values = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            values.add("CAST(" + BOUNDS + "." + bound + "[" + (i + 1) + "] AS "
                    + columns.get(i).type() + ")");
        }
        return "(" + names() + ") " + comparison + " (" + String.join(", ", values) + ")";
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
