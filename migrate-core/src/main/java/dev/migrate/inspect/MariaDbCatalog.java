package dev.migrate.inspect;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

import dev.migrate.schema.ObjectName;

/** One query of MariaDB's information schema after the other; %s stands for the schemas. */
final class MariaDbCatalog {

    /** A text that must be JSON is one with a condition that has the column's name. */
    static final String COLUMNS = """
            SELECT c.TABLE_SCHEMA, c.TABLE_NAME, t.TABLE_COMMENT, t.TABLE_COLLATION, c.COLUMN_NAME, c.IS_NULLABLE,
                   c.COLUMN_DEFAULT, c.DATA_TYPE, c.COLUMN_TYPE, c.CHARACTER_MAXIMUM_LENGTH, c.NUMERIC_PRECISION,
                   c.NUMERIC_SCALE, c.DATETIME_PRECISION, c.COLLATION_NAME, c.EXTRA, c.GENERATION_EXPRESSION,
                   c.COLUMN_COMMENT, k.CHECK_CLAUSE
              FROM information_schema.COLUMNS c
              JOIN information_schema.TABLES t ON t.TABLE_SCHEMA = c.TABLE_SCHEMA AND t.TABLE_NAME = c.TABLE_NAME
              LEFT JOIN information_schema.CHECK_CONSTRAINTS k
                ON k.CONSTRAINT_SCHEMA = c.TABLE_SCHEMA AND k.TABLE_NAME = c.TABLE_NAME
               AND k.CONSTRAINT_NAME = c.COLUMN_NAME AND k.LEVEL = 'Column'
               AND k.CHECK_CLAUSE = CONCAT('json_valid(`', REPLACE(c.COLUMN_NAME, '`', '``'), '`)')
             WHERE c.TABLE_SCHEMA IN (%1$s) AND t.TABLE_SCHEMA IN (%1$s)
               AND t.TABLE_TYPE IN ('BASE TABLE', 'SYSTEM VERSIONED')
             ORDER BY c.TABLE_SCHEMA, c.TABLE_NAME, c.ORDINAL_POSITION""";

    static final String CHECKS = """
            SELECT CONSTRAINT_SCHEMA, TABLE_NAME, CONSTRAINT_NAME, CHECK_CLAUSE
              FROM information_schema.CHECK_CONSTRAINTS
             WHERE CONSTRAINT_SCHEMA IN (%s)
               AND NOT (LEVEL = 'Column'
                    AND CHECK_CLAUSE = CONCAT('json_valid(`', REPLACE(CONSTRAINT_NAME, '`', '``'), '`)'))
             ORDER BY CONSTRAINT_SCHEMA, TABLE_NAME, CONSTRAINT_NAME""";

    static final String FOREIGN_KEYS = """
            SELECT k.TABLE_SCHEMA, k.TABLE_NAME, k.CONSTRAINT_NAME, k.COLUMN_NAME, k.REFERENCED_TABLE_SCHEMA,
                   k.REFERENCED_TABLE_NAME, k.REFERENCED_COLUMN_NAME, r.DELETE_RULE, r.UPDATE_RULE
              FROM information_schema.KEY_COLUMN_USAGE k
              JOIN information_schema.REFERENTIAL_CONSTRAINTS r
                ON r.CONSTRAINT_SCHEMA = k.CONSTRAINT_SCHEMA AND r.CONSTRAINT_NAME = k.CONSTRAINT_NAME
               AND r.TABLE_NAME = k.TABLE_NAME
             WHERE k.TABLE_SCHEMA IN (%1$s) AND r.CONSTRAINT_SCHEMA IN (%1$s) AND k.REFERENCED_TABLE_NAME IS NOT NULL
             ORDER BY k.TABLE_SCHEMA, k.TABLE_NAME, k.CONSTRAINT_NAME, k.ORDINAL_POSITION""";

    static final String INDEXES = """
            SELECT TABLE_SCHEMA, TABLE_NAME, INDEX_NAME, NON_UNIQUE, INDEX_TYPE, COLUMN_NAME, COLLATION, SUB_PART
              FROM information_schema.STATISTICS
             WHERE TABLE_SCHEMA IN (%s)
             ORDER BY TABLE_SCHEMA, TABLE_NAME, INDEX_NAME, SEQ_IN_INDEX""";

    static final String SEQUENCES = """
            SELECT TABLE_SCHEMA, TABLE_NAME FROM information_schema.TABLES
             WHERE TABLE_SCHEMA IN (%s) AND TABLE_TYPE = 'SEQUENCE'
             ORDER BY TABLE_SCHEMA, TABLE_NAME""";

    static final String VIEWS = """
            SELECT TABLE_SCHEMA, TABLE_NAME, VIEW_DEFINITION, CHECK_OPTION
              FROM information_schema.VIEWS WHERE TABLE_SCHEMA IN (%s)
             ORDER BY TABLE_SCHEMA, TABLE_NAME""";

    static final String ROUTINES = """
            SELECT r.ROUTINE_SCHEMA, r.ROUTINE_NAME, r.ROUTINE_TYPE,
                   (SELECT GROUP_CONCAT(IF(r.ROUTINE_TYPE = 'PROCEDURE', CONCAT(p.PARAMETER_MODE, ' '), ''), '`',
                               REPLACE(p.PARAMETER_NAME, '`', '``'), '` ', p.DTD_IDENTIFIER
                               ORDER BY p.ORDINAL_POSITION SEPARATOR ', ')
                      FROM information_schema.PARAMETERS p
                     WHERE p.SPECIFIC_SCHEMA = r.ROUTINE_SCHEMA AND p.SPECIFIC_NAME = r.SPECIFIC_NAME
                       AND p.ROUTINE_TYPE = r.ROUTINE_TYPE AND p.ORDINAL_POSITION > 0),
                   r.DTD_IDENTIFIER, r.IS_DETERMINISTIC, r.SQL_DATA_ACCESS, r.SECURITY_TYPE, r.ROUTINE_DEFINITION
              FROM information_schema.ROUTINES r
             WHERE r.ROUTINE_SCHEMA IN (%s) AND r.ROUTINE_TYPE IN ('FUNCTION', 'PROCEDURE')
             ORDER BY r.ROUTINE_SCHEMA, r.ROUTINE_TYPE, r.ROUTINE_NAME""";

    static final String TRIGGERS = """
            SELECT TRIGGER_SCHEMA, TRIGGER_NAME, EVENT_OBJECT_TABLE, ACTION_TIMING, EVENT_MANIPULATION, ACTION_STATEMENT
              FROM information_schema.TRIGGERS WHERE TRIGGER_SCHEMA IN (%s)
             ORDER BY TRIGGER_SCHEMA, EVENT_OBJECT_TABLE, ACTION_TIMING, EVENT_MANIPULATION, ACTION_ORDER""";

    private final Connection connection;

    private final String schemas;

    MariaDbCatalog(Connection connection, List<String> schemas) {
        this.connection = connection;
        this.schemas =
                String.join(", ", schemas.stream().map(MariaDbCatalog::literal).toList());
    }

    void each(String sql, Row reader) throws SQLException {
        query(sql.formatted(schemas), reader);
    }

    /** Reads what sequences know of themselves, all in one query; each is a table of its own. */
    void eachSequence(List<ObjectName> sequences, Row reader) throws SQLException {
        List<String> selects = new ArrayList<>();
        for (ObjectName name : sequences) {
            selects.add("SELECT " + literal(String.valueOf(name.schema())) + ", " + literal(name.name())
                    + ", start_value, increment, minimum_value, maximum_value, cache_size, cycle_option FROM "
                    + quoted(String.valueOf(name.schema())) + "." + quoted(name.name()));
        }
        if (!selects.isEmpty()) {
            query(String.join(" UNION ALL ", selects), reader);
        }
    }

    /** Expressions are shown as the sql_mode of the session would write them, so it is the same for everybody. */
    private void query(String sql, Row reader) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            // MySQL's driver does not take this for a query.
            statement.execute("SET STATEMENT sql_mode = '' FOR " + sql);
            try (ResultSet row = statement.getResultSet()) {
                while (row.next()) {
                    reader.read(row);
                }
            }
        }
    }

    private static String literal(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "''") + "'";
    }

    static String quoted(String name) {
        return "`" + name.replace("`", "``") + "`";
    }

    /** Reads one row. */
    @FunctionalInterface
    interface Row {
        void read(ResultSet row) throws SQLException;
    }
}
