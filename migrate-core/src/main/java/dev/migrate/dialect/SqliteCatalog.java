package dev.migrate.dialect;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The statements that SQLite keeps for what it holds. */
final class SqliteCatalog {

    /**
     * One of them.
     *
     * @param name of the object
     * @param table it belongs to, or its own name
     * @param sql that made it
     */
    record Entry(String name, String table, String sql) {}

    private SqliteCatalog() {}

    /** Returns the statement that made an object. */
    static String sql(Connection connection, String type, String name) throws SQLException {
        for (Entry entry : all(connection, type)) {
            if (entry.name().equalsIgnoreCase(name)) {
                return entry.sql();
            }
        }
        throw new SQLException("no such " + type + ": " + name);
    }

    /** Returns all objects of a type that a statement made, in the order of their making. */
    static List<Entry> all(Connection connection, String type) throws SQLException {
        List<Entry> entries = new ArrayList<>();
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT name, tbl_name, sql FROM main.sqlite_schema"
                        + " WHERE type = ? AND sql IS NOT NULL ORDER BY rowid")) {
            statement.setString(1, type);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    entries.add(new Entry(row.getString(1), row.getString(2), row.getString(3)));
                }
            }
        }
        return entries;
    }
}
