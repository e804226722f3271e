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

    /** Walks that share one look at the catalogs, each in a schema of its own. */
    private static final int TOGETHER = 20;

    private static final int ROUNDS = 10;

    private static final int REVISIONS = 3;

    @Test
    void walksUpAndDownPassTheSameSchemas() throws SQLException {
        long seed = Long.getLong("migrate.seed", System.nanoTime());
        try (Connection connection = TestDatabases.postgres().getConnection()) {
            connection.setAutoCommit(false);
            Dialect dialect = new Dialects(List.of()).of(connection);
            for (int i = 0; i < ROUNDS; i++) {
                new Walks(connection, dialect, seed, i).go();
                connection.rollback();
            }
        }
    }

    /** Some walks at the same pace. */
    private static final class Walks {

        private final Connection connection;

        private final Dialect dialect;

        private final String title;

        private final List<RandomHistory> sources = new ArrayList<>();

        private final List<List<List<Operation>>> revisions = new ArrayList<>();

        private final List<String> schemas = new ArrayList<>();

        Walks(Connection connection, Dialect dialect, long seed, int round) {
            this.connection = connection;
            this.dialect = dialect;
            this.title = "-Dmigrate.seed=" + seed + ", round " + round;
            for (int i = 0; i < TOGETHER; i++) {
                Random random = new Random(seed + (long) round * TOGETHER + i);
                sources.add(new RandomHistory(random, operation -> dialect.unsupported(operation) == null));
                revisions.add(new ArrayList<>());
                schemas.add("walk" + i);
            }
        }

        void go() throws SQLException {
            for (String schema : schemas) {
                execute("CREATE SCHEMA " + schema);
            }
            List<Schema> seen = new ArrayList<>(List.of(inspect()));
            for (int i = 0; i < REVISIONS; i++) {
                for (int walk = 0; walk < TOGETHER; walk++) {
                    List<Operation> up = sources.get(walk).next();
                    run(walk, up);
                    revisions.get(walk).add(up);
                }
                seen.add(inspect());
            }
            for (int i = REVISIONS - 1; i >= 0; i--) {
                for (int walk = 0; walk < TOGETHER; walk++) {
                    run(walk, requireNonNull(Reversal.of(revisions.get(walk).get(i))));
                }
                assertThat(inspect()).as("%s, back at %d", title, i).isEqualTo(seen.get(i));
            }
        }

        private Schema inspect() throws SQLException {
            return dialect.inspect(connection, schemas).unordered();
        }

        private void run(int walk, List<Operation> operations) throws SQLException {
            execute("SET LOCAL search_path = " + schemas.get(walk));
            try {
                for (Wording wording : dialect.spell(operations)) {
                    for (String sql : ((Wording.Statements) wording).sql()) {
                        execute(sql);
                    }
                }
            } catch (SQLException e) {
                throw new AssertionError(title + ": " + operations + " after " + revisions.get(walk), e);
            }
        }

        private void execute(String sql) throws SQLException {
            try (Statement statement = connection.createStatement()) {
                statement.execute(sql);
            }
        }
    }
}
