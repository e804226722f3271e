package dev.migrate.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import dev.migrate.dialect.OperationSamples.Sample;
import dev.migrate.operation.Operation;
import dev.migrate.schema.Schema;
import dev.migrate.testing.TestDatabases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

class PostgresRoundTripTests {

    @SuppressWarnings("NullAway.Init")
    private static Connection connection;

    @SuppressWarnings("NullAway.Init")
    private static Dialect dialect;

    @BeforeAll
    static void connect() throws SQLException {
        connection = TestDatabases.postgres().getConnection();
        dialect = new Dialects(List.of()).of(connection);
    }

    @AfterAll
    static void close() throws SQLException {
        connection.close();
    }

    @AfterEach
    void empty() throws SQLException {
        if (!connection.getAutoCommit()) {
            connection.rollback();
            connection.setAutoCommit(true);
            return;
        }
        for (String schema : List.of("public", "audit")) {
            execute("DROP SCHEMA IF EXISTS " + dialect.quote(schema) + " CASCADE");
        }
        execute("CREATE SCHEMA public");
    }

    static List<Sample> samples() {
        return OperationSamples.all();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void upDownUpEndsWhereUpEnded(Sample sample) throws SQLException {
        assumeTrue(sample.up().stream().allMatch(operation -> dialect.unsupported(operation) == null));
        connection.setAutoCommit(!sample.up().stream().allMatch(Operation::transactional));
        run(sample.before());
        Schema before = inspect();
        run(sample.up());
        Schema after = inspect();
        run(sample.down());
        assertThat(inspect().unordered()).isEqualTo(before.unordered());
        run(sample.up());
        assertThat(inspect().unordered()).isEqualTo(after.unordered());
    }

    private static Schema inspect() throws SQLException {
        return dialect.inspect(connection, List.of("public", "audit", TableSamples.HOSTILE));
    }

    private static void run(List<Operation> operations) throws SQLException {
        for (Wording wording : dialect.spell(operations)) {
            for (String sql : ((Wording.Statements) wording).sql()) {
                execute(sql);
            }
        }
    }

    private static void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
