package dev.migrate.test;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ColumnMapRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

import dev.migrate.error.MigrateException;

/** The rows of one table. */
final class TableRows {

    private final DataSource database;

    private final String table;

    TableRows(DataSource database, String table) {
        this.database = database;
        this.table = table.indexOf('"') >= 0
                ? table
                : Arrays.stream(table.split("\\.", -1)).map(TableRows::quoted).collect(Collectors.joining("."));
    }

    Map<String, @Nullable Object> insert(Map<String, ? extends @Nullable Object> row) {
        try (Connection connection = database.getConnection()) {
            return insert(connection, row);
        } catch (SQLException e) {
            throw new MigrateException(
                    "Table " + table + " refuses the row " + row + ": " + e.getMessage(), List.of(), null, e);
        }
    }

    /** Returns why the database refuses a row, or {@code null} if it takes it; it is not kept. */
    @Nullable SQLException refusal(Map<String, ? extends @Nullable Object> row) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("SET CONSTRAINTS ALL IMMEDIATE");
            try {
                insert(connection, row);
                return null;
            } catch (SQLException e) {
                return e;
            } finally {
                connection.rollback();
            }
        }
    }

    long count(Map<String, ? extends @Nullable Object> row) throws SQLException {
        List<String> columns = List.copyOf(row.keySet());
        String condition = columns.isEmpty()
                ? ""
                : columns.stream()
                        .map(column -> quoted(column) + " IS NOT DISTINCT FROM ?")
                        .collect(Collectors.joining(" AND ", " WHERE ", ""));
        try (Connection connection = database.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement("SELECT count(*) FROM " + table + condition)) {
            bind(statement, columns.stream().map(row::get).collect(Collectors.toList()));
            try (var result = statement.executeQuery()) {
                result.next();
                return result.getLong(1);
            }
        }
    }

    /** Returns some of them for people to look at. */
    List<String> some() {
        return JdbcClient.create(database)
                .sql("SELECT * FROM " + table + " LIMIT 20")
                .query(new ColumnMapRowMapper())
                .list()
                .stream()
                .map(Map::toString)
                .toList();
    }

    private Map<String, @Nullable Object> insert(Connection connection, Map<String, ? extends @Nullable Object> row)
            throws SQLException {
        List<String> columns = List.copyOf(row.keySet());
        String values = columns.isEmpty()
                ? " DEFAULT VALUES"
                : columns.stream().map(TableRows::quoted).collect(Collectors.joining(", ", " (", ")"))
                        // An identity column takes a value that a test wants it to have.
                        + " OVERRIDING SYSTEM VALUE VALUES ("
                        + String.join(", ", Collections.nCopies(columns.size(), "?")) + ")";
        try (PreparedStatement statement =
                connection.prepareStatement("INSERT INTO " + table + values + " RETURNING *")) {
            bind(statement, columns.stream().map(row::get).collect(Collectors.toList()));
            try (var result = statement.executeQuery()) {
                result.next();
                return new ColumnMapRowMapper().mapRow(result, 1);
            }
        }
    }

    /** Sets the parameters of a statement; the type of a string is left to the server. */
    static void bind(PreparedStatement statement, List<? extends @Nullable Object> values) throws SQLException {
        for (int i = 0; i < values.size(); i++) {
            Object value = values.get(i);
            if (value == null) {
                statement.setNull(i + 1, Types.OTHER);
            } else if (value instanceof CharSequence || value instanceof Enum<?>) {
                statement.setObject(i + 1, value.toString(), Types.OTHER);
            } else if (value instanceof Instant instant) {
                statement.setObject(i + 1, OffsetDateTime.ofInstant(instant, ZoneOffset.UTC));
            } else if (value instanceof ZonedDateTime time) {
                statement.setObject(i + 1, time.toOffsetDateTime());
            } else {
                statement.setObject(i + 1, value);
            }
        }
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
