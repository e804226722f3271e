package dev.migrate.inspect;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** One query of H2's information schema after the other. */
final class H2Catalog {

    static final String COLUMNS = """
            SELECT c.TABLE_SCHEMA, c.TABLE_NAME, t.REMARKS, c.COLUMN_NAME, c.IS_NULLABLE, c.COLUMN_DEFAULT,
                   c.DATA_TYPE, c.CHARACTER_MAXIMUM_LENGTH, c.DECLARED_NUMERIC_PRECISION, c.DECLARED_NUMERIC_SCALE,
                   c.DATETIME_PRECISION, c.DOMAIN_SCHEMA, c.DOMAIN_NAME, c.IDENTITY_GENERATION, c.IDENTITY_START,
                   c.IDENTITY_INCREMENT, c.GENERATION_EXPRESSION, c.REMARKS, e.DATA_TYPE, e.CHARACTER_MAXIMUM_LENGTH
              FROM INFORMATION_SCHEMA.COLUMNS c
              JOIN INFORMATION_SCHEMA.TABLES t ON t.TABLE_SCHEMA = c.TABLE_SCHEMA AND t.TABLE_NAME = c.TABLE_NAME
              LEFT JOIN INFORMATION_SCHEMA.ELEMENT_TYPES e ON e.OBJECT_SCHEMA = c.TABLE_SCHEMA
               AND e.OBJECT_NAME = c.TABLE_NAME AND e.COLLECTION_TYPE_IDENTIFIER = c.DTD_IDENTIFIER
             WHERE t.TABLE_TYPE = 'BASE TABLE' AND c.TABLE_SCHEMA = ANY(?)
             ORDER BY c.TABLE_SCHEMA, c.TABLE_NAME, c.ORDINAL_POSITION""";

    /** Names are joined by a character that no name has. */
    static final String CONSTRAINTS = """
            SELECT c.TABLE_SCHEMA, c.TABLE_NAME, c.CONSTRAINT_NAME, c.CONSTRAINT_TYPE,
                   (SELECT LISTAGG(k.COLUMN_NAME, U&'\\0001') WITHIN GROUP (ORDER BY k.ORDINAL_POSITION)
                      FROM INFORMATION_SCHEMA.KEY_COLUMN_USAGE k
                     WHERE k.CONSTRAINT_SCHEMA = c.CONSTRAINT_SCHEMA AND k.CONSTRAINT_NAME = c.CONSTRAINT_NAME),
                   c.NULLS_DISTINCT, x.CHECK_CLAUSE, u.TABLE_SCHEMA, u.TABLE_NAME,
                   (SELECT LISTAGG(k.COLUMN_NAME, U&'\\0001') WITHIN GROUP (ORDER BY k.ORDINAL_POSITION)
                      FROM INFORMATION_SCHEMA.KEY_COLUMN_USAGE k
                     WHERE k.CONSTRAINT_SCHEMA = u.CONSTRAINT_SCHEMA AND k.CONSTRAINT_NAME = u.CONSTRAINT_NAME),
                   r.DELETE_RULE, r.UPDATE_RULE
              FROM INFORMATION_SCHEMA.TABLE_CONSTRAINTS c
              LEFT JOIN INFORMATION_SCHEMA.CHECK_CONSTRAINTS x
                ON x.CONSTRAINT_SCHEMA = c.CONSTRAINT_SCHEMA AND x.CONSTRAINT_NAME = c.CONSTRAINT_NAME
              LEFT JOIN INFORMATION_SCHEMA.REFERENTIAL_CONSTRAINTS r
                ON r.CONSTRAINT_SCHEMA = c.CONSTRAINT_SCHEMA AND r.CONSTRAINT_NAME = c.CONSTRAINT_NAME
              LEFT JOIN INFORMATION_SCHEMA.TABLE_CONSTRAINTS u
                ON u.CONSTRAINT_SCHEMA = r.UNIQUE_CONSTRAINT_SCHEMA AND u.CONSTRAINT_NAME = r.UNIQUE_CONSTRAINT_NAME
             WHERE c.TABLE_SCHEMA = ANY(?)
             ORDER BY c.TABLE_SCHEMA, c.TABLE_NAME, c.CONSTRAINT_TYPE, c.CONSTRAINT_NAME""";

    static final String INDEXES = """
            SELECT i.TABLE_SCHEMA, i.TABLE_NAME, i.INDEX_NAME, i.INDEX_TYPE_NAME, i.NULLS_DISTINCT, c.COLUMN_NAME,
                   c.ORDERING_SPECIFICATION, c.NULL_ORDERING
              FROM INFORMATION_SCHEMA.INDEXES i
              JOIN INFORMATION_SCHEMA.INDEX_COLUMNS c
                ON c.INDEX_SCHEMA = i.INDEX_SCHEMA AND c.INDEX_NAME = i.INDEX_NAME
             WHERE NOT i.IS_GENERATED AND i.TABLE_SCHEMA = ANY(?)
             ORDER BY i.TABLE_SCHEMA, i.TABLE_NAME, i.INDEX_NAME, c.ORDINAL_POSITION""";

    static final String SEQUENCES = """
            SELECT SEQUENCE_SCHEMA, SEQUENCE_NAME, START_VALUE, INCREMENT, MINIMUM_VALUE, MAXIMUM_VALUE, CACHE,
                   CYCLE_OPTION
              FROM INFORMATION_SCHEMA.SEQUENCES WHERE SEQUENCE_SCHEMA = ANY(?)
             ORDER BY SEQUENCE_SCHEMA, SEQUENCE_NAME""";

    static final String DOMAINS = """
            SELECT d.DOMAIN_SCHEMA, d.DOMAIN_NAME, d.DOMAIN_DEFAULT,
                   (SELECT LISTAGG(x.CHECK_CLAUSE, U&'\\0001') WITHIN GROUP (ORDER BY x.CONSTRAINT_NAME)
                      FROM INFORMATION_SCHEMA.DOMAIN_CONSTRAINTS k JOIN INFORMATION_SCHEMA.CHECK_CONSTRAINTS x
                        ON x.CONSTRAINT_SCHEMA = k.CONSTRAINT_SCHEMA AND x.CONSTRAINT_NAME = k.CONSTRAINT_NAME
                     WHERE k.DOMAIN_SCHEMA = d.DOMAIN_SCHEMA AND k.DOMAIN_NAME = d.DOMAIN_NAME),
                   NULL, NULL, d.DATA_TYPE, d.CHARACTER_MAXIMUM_LENGTH, d.NUMERIC_PRECISION, d.NUMERIC_SCALE,
                   d.DATETIME_PRECISION, NULL, NULL
              FROM INFORMATION_SCHEMA.DOMAINS d WHERE d.DOMAIN_SCHEMA = ANY(?)
             ORDER BY d.DOMAIN_SCHEMA, d.DOMAIN_NAME""";

    static final String VIEWS = """
            SELECT TABLE_SCHEMA, TABLE_NAME, VIEW_DEFINITION
              FROM INFORMATION_SCHEMA.VIEWS WHERE TABLE_SCHEMA = ANY(?)
             ORDER BY TABLE_SCHEMA, TABLE_NAME""";

    static final String TRIGGERS = """
            SELECT TRIGGER_SCHEMA, TRIGGER_NAME, EVENT_OBJECT_SCHEMA, EVENT_OBJECT_TABLE, ACTION_TIMING,
                   LISTAGG(EVENT_MANIPULATION, ', ') WITHIN GROUP (ORDER BY EVENT_MANIPULATION), ACTION_ORIENTATION,
                   QUEUE_SIZE, NO_WAIT, JAVA_CLASS
              FROM INFORMATION_SCHEMA.TRIGGERS WHERE EVENT_OBJECT_SCHEMA = ANY(?)
             GROUP BY TRIGGER_SCHEMA, TRIGGER_NAME, EVENT_OBJECT_SCHEMA, EVENT_OBJECT_TABLE, ACTION_TIMING,
                   ACTION_ORIENTATION, QUEUE_SIZE, NO_WAIT, JAVA_CLASS
             ORDER BY TRIGGER_SCHEMA, TRIGGER_NAME""";

    private final Connection connection;

    private final List<String> schemas;

    H2Catalog(Connection connection, List<String> schemas) {
        this.connection = connection;
        this.schemas = schemas;
    }

    void each(String sql, Row reader) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setArray(1, connection.createArrayOf("VARCHAR", schemas.toArray()));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    reader.read(row);
                }
            }
        }
    }

    /** Reads one row. */
    @FunctionalInterface
    interface Row {
        void read(ResultSet row) throws SQLException;
    }
}
