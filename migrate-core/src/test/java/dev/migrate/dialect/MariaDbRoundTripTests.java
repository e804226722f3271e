package dev.migrate.dialect;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import dev.migrate.dialect.OperationSamples.Sample;
import dev.migrate.operation.Operation;
import dev.migrate.schema.Schema;
import dev.migrate.testing.RequiresMariaDb;
import dev.migrate.testing.TestDatabases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

@RequiresMariaDb
class MariaDbRoundTripTests {

    /** The samples make it, and databases belong to the whole server. */
    private static final String OTHER = "audit";

    private static final Dialect DIALECT = new MariaDbDialect();

    @SuppressWarnings("NullAway.Init")
    private Connection connection;

    private boolean othersOwn;

    @BeforeEach
    void connect() throws SQLException {
        connection = TestDatabases.mariaDb().getConnection();
        othersOwn = exists(OTHER);
        assumeFalse(othersOwn, "somebody's own database has the name that the samples use");
    }

    @AfterEach
    void close() throws SQLException {
        if (!othersOwn) {
            execute("DROP DATABASE IF EXISTS " + DIALECT.quote(OTHER));
        }
        execute("DROP DATABASE " + DIALECT.quote(connection.getCatalog()));
        connection.close();
    }

    static Stream<Sample> samples() {
        return Stream.concat(
                OperationSamples.all().stream()
                        .filter(sample -> !MariaDbSamples.OF_POSTGRESQL.contains(sample.title()))
                        .filter(sample -> Stream.concat(sample.before().stream(), sample.up().stream())
                                .allMatch(operation -> DIALECT.unsupported(operation) == null)),
                MariaDbSamples.all().stream());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void upDownUpEndsWhereUpEnded(Sample sample) throws SQLException {
        upDownUp(sample);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void ansiQuotesChangeNothing(Sample sample) throws SQLException {
        execute("SET sql_mode = CONCAT(@@sql_mode, ',ANSI_QUOTES')");
        upDownUp(sample);
    }

    private void upDownUp(Sample sample) throws SQLException {
        run(sample.before());
        Schema before = inspect();
        run(sample.up());
        Schema after = inspect();
        run(sample.down());
        assertThat(inspect().unordered()).isEqualTo(before.unordered());
        run(sample.up());
        assertThat(inspect().unordered()).isEqualTo(after.unordered());
    }

    private Schema inspect() throws SQLException {
        return DIALECT.inspect(connection, List.of(connection.getCatalog(), OTHER));
    }

    private void run(List<Operation> operations) throws SQLException {
        for (Wording wording : DIALECT.spell(operations)) {
            for (String sql : ((Wording.Statements) wording).sql()) {
                execute(sql);
            }
        }
    }

    private boolean exists(String schema) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT 1 FROM information_schema.SCHEMATA WHERE SCHEMA_NAME = '" + schema + "'")) {
            return row.next();
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(sql);
        }
    }
}
