package dev.migrate.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

import dev.migrate.operation.Operation;
import dev.migrate.operation.Reversal;
import dev.migrate.schema.Schema;
import dev.migrate.testing.RandomHistory;
import dev.migrate.testing.TestDatabases;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

class PostgresWalkTests {

    private static final int WALKS = 200;

    private static final int REVISIONS = 3;

    @Test
    void walkUpAndDownPassesTheSameSchemas() throws SQLException {
        long seed = Long.getLong("migrate.seed", System.nanoTime());
        try (Connection connection = TestDatabases.postgres().getConnection();
                Statement statement = connection.createStatement()) {
            // The same small queries a thousand times: planning them anew takes longer than anything else here.
            statement.execute("SET plan_cache_mode = force_generic_plan");
            connection.setAutoCommit(false);
            Walk walk = new Walk(connection, new Dialects(List.of()).of(connection));
            for (int i = 0; i < WALKS; i++) {
                walk.go(seed + i);
                connection.rollback();
            }
        }
    }

    private record Walk(Connection connection, Dialect dialect) {

        void go(long seed) throws SQLException {
            RandomHistory source =
                    new RandomHistory(new Random(seed), operation -> dialect.unsupported(operation) == null);
            List<List<Operation>> revisions = new ArrayList<>();
            List<Schema> schemas = new ArrayList<>(List.of(inspect()));
            for (int i = 0; i < REVISIONS; i++) {
                List<Operation> up = source.next();
                run(up, seed, revisions);
                revisions.add(up);
                schemas.add(inspect());
            }
            for (int i = REVISIONS - 1; i >= 0; i--) {
                run(requireNonNull(Reversal.of(revisions.get(i))), seed, revisions);
                assertThat(inspect().unordered())
                        .as("-Dmigrate.seed=%d, back at %d of %s", seed, i, revisions)
                        .isEqualTo(schemas.get(i).unordered());
            }
        }

        private Schema inspect() throws SQLException {
            return dialect.inspect(connection, List.of("public"));
        }

        private void run(List<Operation> operations, long seed, List<List<Operation>> before) throws SQLException {
            try (Statement statement = connection.createStatement()) {
                for (Wording wording : dialect.spell(operations)) {
                    for (String sql : ((Wording.Statements) wording).sql()) {
                        statement.execute(sql);
                    }
                }
            } catch (SQLException e) {
                throw new AssertionError("-Dmigrate.seed=" + seed + ": " + operations + " after " + before, e);
            }
        }
    }
}
