package dev.migrate.dialect;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Stands in for the foreign keys that are not enforced while tables are rebuilt. */
final class SqliteForeignKeyCheck implements Wording.Look {

    @Override
    public List<String> statements(Connection connection) throws SQLException {
        Map<String, Integer> lost = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("PRAGMA main.foreign_key_check")) {
            while (row.next()) {
                lost.merge(row.getString(1) + " to " + row.getString(3), 1, Integer::sum);
            }
        }
        if (!lost.isEmpty()) {
            throw new SQLException("After the rebuild, foreign keys point to no row: from "
                    + String.join(
                            ", from ",
                            lost.entrySet().stream()
                                    .map(entry -> entry.getKey() + " (" + entry.getValue() + " rows)")
                                    .toList()));
        }
        return List.of();
    }
}
