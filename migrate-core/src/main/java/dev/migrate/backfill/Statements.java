package dev.migrate.backfill;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** Sends statements with values, and keys as they are kept in the books. */
final class Statements {

    private final Connection connection;

    Statements(Connection connection) {
        this.connection = connection;
    }

    PreparedStatement bound(String sql, @Nullable Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    int update(String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = bound(sql, values)) {
            return statement.executeUpdate();
        }
    }

    boolean exists(String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = bound("SELECT EXISTS (" + sql + ")", values);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getBoolean(1);
        }
    }

    @Nullable Object array(@Nullable List<String> key) throws SQLException {
        return key == null ? null : connection.createArrayOf("text", key.toArray());
    }

    static @Nullable List<String> key(ResultSet row, int index) throws SQLException {
        return row.getArray(index) == null ? null : BackfillKey.texts(row, index);
    }
}
