package dev.migrate.dialect;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a session of MariaDB is set to. */
final class MariaDbSession {

    /** Without those that exist in sessions alone, such as {@code last_insert_id}, which tell of statements. */
    private static final String VARIABLES = """
            SELECT VARIABLE_NAME, COALESCE(IF(VARIABLE_TYPE RLIKE 'INT|DOUBLE', SESSION_VALUE, QUOTE(SESSION_VALUE)), 'NULL')
              FROM information_schema.SYSTEM_VARIABLES WHERE VARIABLE_SCOPE = 'SESSION' AND READ_ONLY = 'NO'""";

    private MariaDbSession() {}

    /** Nothing tells what was set and what was not, so the variables are compared. */
    static Dialect.Restoration remember(Connection connection) throws SQLException {
        Map<String, String> before = variables(connection);
        String database = connection.getCatalog();
        return () -> {
            List<String> changed = new ArrayList<>();
            variables(connection).forEach((name, value) -> {
                String then = before.getOrDefault(name, value);
                if (!then.equals(value)) {
                    changed.add("SESSION " + name + " = " + then);
                }
            });
            if (!changed.isEmpty()) {
                try (Statement statement = connection.createStatement()) {
                    statement.execute("SET " + String.join(", ", changed));
                }
            }
            if (database != null) {
                connection.setCatalog(database);
            }
        };
    }

    private static Map<String, String> variables(Connection connection) throws SQLException {
        Map<String, String> variables = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(VARIABLES)) {
            while (row.next()) {
                variables.put(row.getString(1), row.getString(2));
            }
        }
        return variables;
    }
}
