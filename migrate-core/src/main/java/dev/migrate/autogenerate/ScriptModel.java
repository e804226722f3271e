package dev.migrate.autogenerate;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

import dev.migrate.dialect.Dialect;
import dev.migrate.error.MigrateException;
import dev.migrate.operation.ExecuteSql;
import dev.migrate.schema.Detail;
import dev.migrate.schema.ObjectName;
import dev.migrate.schema.Schema;
import dev.migrate.script.SqlText;

/**
 * A model that is a script: all of it runs in a schema of its own, in a transaction that is rolled back, and what it has made is
 * what the database should be.
 *
 * @param name where the script comes from, for messages
 * @param sql statements that create everything in an empty schema, and that name no schema
 */
public record ScriptModel(String name, String sql) implements ModelSource {

    @Override
    public Model read(Connection connection, Dialect dialect, String own) throws SQLException {
        List<ExecuteSql> statements = SqlText.statements(name, sql, dialect.lexicalRules());
        try (Connection empty = dialect.emptyDatabase(connection)) {
            if (empty != null) {
                run(empty, dialect, statements);
                return new Model(dialect.inspect(empty, List.of(own)), Detail.EVERYTHING);
            }
        }
        ScratchSchema.checkIsRolledBack(dialect);
        String scratch = "migrate_scratch_"
                + Long.toHexString(ThreadLocalRandom.current().nextLong(1L << 40));
        boolean autoCommit = connection.getAutoCommit();
        connection.setAutoCommit(false);
        try {
            begin(connection, dialect, scratch);
            run(connection, dialect, statements);
            Schema made = dialect.inspect(connection, List.of(scratch));
            return new Model(moved(made, scratch, own, dialect), Detail.EVERYTHING);
        } finally {
            connection.rollback();
            connection.setAutoCommit(autoCommit);
        }
    }

    private void begin(Connection connection, Dialect dialect, String scratch) {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA " + scratch);
            statement.execute(
                    "SELECT set_config('search_path', '" + scratch + ", ' || current_setting('search_path'), true)");
        } catch (SQLException e) {
            throw new MigrateException(
                    "There is no place to try " + name + " out: "
                            + dialect.explain(e).message(),
                    List.of(),
                    "The script runs in a schema that is gone again at once. That needs PostgreSQL, and a user who may create"
                            + " schemas.",
                    e);
        }
    }

    private void run(Connection connection, Dialect dialect, List<ExecuteSql> statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            for (ExecuteSql one : statements) {
                try {
                    statement.execute(one.sql());
                } catch (SQLException e) {
                    throw new MigrateException(
                            "The model cannot be built: " + dialect.explain(e).message(),
                            List.of("at " + name + ":" + one.line()),
                            "The script must create everything in an empty schema, without naming the schema. Nothing was"
                                    + " changed.",
                            e);
                }
            }
        }
    }

    private static Schema moved(Schema made, String scratch, String own, Dialect dialect) {
        // As the server quotes: only what needs it.
        String real = own.matches("[a-z_][a-z0-9_]*") ? own : dialect.quote(own);
        return new Relocation(
                        object -> scratch.equals(object.schema()) ? ObjectName.of(object.name()) : object,
                        text -> text.replace(scratch + ".", real + "."))
                .schema(made);
    }
}
