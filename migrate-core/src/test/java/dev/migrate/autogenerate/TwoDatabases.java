package dev.migrate.autogenerate;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.Dialects;
import dev.migrate.dialect.Wording;
import dev.migrate.operation.Operation;
import dev.migrate.schema.Detail;
import dev.migrate.schema.Schema;
import dev.migrate.testing.TestDatabases;

/** A database as it is, and another as it should be. */
final class TwoDatabases {

    final Dialect dialect = Dialects.builtIn().get(0);

    private final DataSource before = TestDatabases.postgres();

    private final DataSource after = TestDatabases.postgres();

    void begin(String was, String becomes) {
        TestDatabases.execute(before, "DROP SCHEMA public CASCADE", "CREATE SCHEMA public", was);
        TestDatabases.execute(after, "DROP SCHEMA public CASCADE", "CREATE SCHEMA public", becomes);
    }

    Schema wanted() throws SQLException {
        return inspect(after);
    }

    Schema actual() throws SQLException {
        return inspect(before);
    }

    Proposal propose(ComparisonRequest request) throws SQLException {
        return propose(wanted(), request, SchemaFilter.everything());
    }

    Proposal propose(Schema wanted, ComparisonRequest request, SchemaFilter filter) throws SQLException {
        try (Connection connection = before.getConnection()) {
            return new Autogenerate(dialect, "public", Set.of(), filter)
                    .propose(connection, new Model(wanted, Detail.EVERYTHING), request);
        }
    }

    /** In one transaction, as a revision does. */
    void run(List<Operation> operations) throws SQLException {
        try (Connection connection = before.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (Wording wording : dialect.spell(operations)) {
                for (String sql : ((Wording.Statements) wording).sql()) {
                    statement.execute(sql);
                }
            }
            connection.commit();
        }
    }

    void execute(String sql) {
        TestDatabases.execute(before, sql);
    }

    String one(String sql) throws SQLException {
        try (Connection connection = before.getConnection();
                ResultSet rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return String.valueOf(rows.getString(1));
        }
    }

    private Schema inspect(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection()) {
            return dialect.inspect(connection, List.of("public")).unordered();
        }
    }

    static List<String> names(Proposal proposal) {
        return proposal.operations().stream()
                .map(operation -> operation.getClass().getSimpleName())
                .toList();
    }
}
