package dev.migrate.inspect;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.migrate.schema.Column;
import dev.migrate.schema.Constraint;
import dev.migrate.schema.ObjectName;
import dev.migrate.schema.Schema;
import dev.migrate.schema.Table;

/**
 * Reads pg_catalog. What belongs to an extension, and partitions of a table, are left out; expressions are the server's own text
 * with every name qualified.
 */
final class PostgresInspector implements Inspector {

    @Override
    public Schema inspect(Connection connection, List<String> schemas) throws SQLException {
        if (!connection.getAutoCommit()) {
            String searchPath = prepare(connection);
            Schema schema = read(connection, schemas);
            setSearchPath(connection, searchPath);
            return schema;
        }
        connection.setAutoCommit(false);
        try {
            prepare(connection);
            return read(connection, schemas);
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    /** Returns the search path of before. With this one the server qualifies every name, and without JIT it answers at once. */
    private static String prepare(Connection connection) throws SQLException {
        String sql =
                "SELECT path, set_config('search_path', 'pg_catalog, pg_temp', true), set_config('jit', 'off', true)"
                        + " FROM (SELECT current_setting('search_path') AS path OFFSET 0) before";
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private static void setSearchPath(Connection connection, String searchPath) throws SQLException {
        try (var statement = connection.prepareStatement("SELECT set_config('search_path', ?, true)")) {
            statement.setString(1, searchPath);
            statement.executeQuery().close();
        }
    }

    private static Schema read(Connection connection, List<String> schemas) throws SQLException {
        PostgresCatalog catalog = new PostgresCatalog(connection, schemas);
        PostgresTables tables = new PostgresTables();
        catalog.read(PostgresTables.SQL, tables);
        PostgresConstraints constraints = new PostgresConstraints();
        catalog.read(PostgresConstraints.SQL, constraints);
        PostgresIndexes indexes = new PostgresIndexes();
        catalog.read(PostgresIndexes.SQL, indexes);
        PostgresTypes types = new PostgresTypes();
        catalog.read(PostgresTypes.SQL, types);
        PostgresObjects objects = new PostgresObjects();
        catalog.read(PostgresObjects.SQL, objects);
        return new Schema(
                tables(tables, constraints.byTable()),
                indexes.indexes(),
                catalog.list(PostgresSequences.SQL, PostgresSequences::sequence),
                types.enums(),
                types.domains(),
                objects.objects());
    }

    private static List<Table> tables(PostgresTables tables, Map<ObjectName, List<Constraint>> constraints) {
        List<Table> result = new ArrayList<>();
        for (Map.Entry<ObjectName, List<Column>> entry : tables.columns().entrySet()) {
            ObjectName name = entry.getKey();
            result.add(
                    new Table(name, entry.getValue(), constraints.getOrDefault(name, List.of()), tables.comment(name)));
        }
        return result;
    }
}
