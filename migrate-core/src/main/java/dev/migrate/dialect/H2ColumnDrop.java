package dev.migrate.dialect;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import dev.migrate.operation.DropColumn;
import dev.migrate.operation.Operation;
import dev.migrate.operation.OperationVisitor;
import dev.migrate.schema.ObjectName;

/** Drops columns on H2, which takes indexes and constraints along only if they are about nothing else. */
final class H2ColumnDrop implements Wording.Look {

    private static final String CONSTRAINTS = """
            SELECT DISTINCT t.CONSTRAINT_SCHEMA, t.CONSTRAINT_NAME
              FROM INFORMATION_SCHEMA.TABLE_CONSTRAINTS t
             WHERE t.TABLE_SCHEMA = COALESCE(?, CURRENT_SCHEMA) AND t.TABLE_NAME = ?
               AND (EXISTS (SELECT 1 FROM INFORMATION_SCHEMA.KEY_COLUMN_USAGE k
                             WHERE k.CONSTRAINT_SCHEMA = t.CONSTRAINT_SCHEMA
                               AND k.CONSTRAINT_NAME = t.CONSTRAINT_NAME AND k.COLUMN_NAME = ?)
                    OR (t.CONSTRAINT_TYPE = 'CHECK'
                        AND EXISTS (SELECT 1 FROM INFORMATION_SCHEMA.CONSTRAINT_COLUMN_USAGE u
                                     WHERE u.CONSTRAINT_SCHEMA = t.CONSTRAINT_SCHEMA
                                       AND u.CONSTRAINT_NAME = t.CONSTRAINT_NAME AND u.COLUMN_NAME = ?)))
             ORDER BY 1, 2""";

    private static final String INDEXES = """
            SELECT DISTINCT i.INDEX_SCHEMA, i.INDEX_NAME
              FROM INFORMATION_SCHEMA.INDEXES i
              JOIN INFORMATION_SCHEMA.INDEX_COLUMNS c
                ON c.INDEX_SCHEMA = i.INDEX_SCHEMA AND c.INDEX_NAME = i.INDEX_NAME
             WHERE i.TABLE_SCHEMA = COALESCE(?, CURRENT_SCHEMA) AND i.TABLE_NAME = ? AND c.COLUMN_NAME = ?
               AND NOT i.IS_GENERATED
             ORDER BY 1, 2""";

    private final StandardSpelling spelling;

    private final OperationVisitor<List<String>> words;

    private final List<Operation> changes;

    H2ColumnDrop(StandardSpelling spelling, List<Operation> changes) {
        this.spelling = spelling;
        this.words = spelling;
        this.changes = List.copyOf(changes);
    }

    @Override
    public List<String> statements(Connection connection) throws SQLException {
        List<String> statements = new ArrayList<>();
        for (Operation change : changes) {
            if (change instanceof DropColumn drop) {
                String table = spelling.quote(drop.table());
                for (ObjectName name : find(connection, CONSTRAINTS, drop)) {
                    statements.add(
                            "ALTER TABLE " + table + " DROP CONSTRAINT IF EXISTS " + spelling.quote(name.name()));
                }
                find(connection, INDEXES, drop)
                        .forEach(name -> statements.add("DROP INDEX IF EXISTS " + spelling.quote(name)));
            }
            statements.addAll(change.accept(words));
        }
        return statements;
    }

    private static List<ObjectName> find(Connection connection, String sql, DropColumn drop) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, drop.table().schema());
            statement.setString(2, drop.table().name());
            for (int i = 3; i <= statement.getParameterMetaData().getParameterCount(); i++) {
                statement.setString(i, drop.column());
            }
            List<ObjectName> names = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    names.add(new ObjectName(row.getString(1), row.getString(2)));
                }
            }
            return names;
        }
    }
}
