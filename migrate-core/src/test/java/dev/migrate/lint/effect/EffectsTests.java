package dev.migrate.lint.effect;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import dev.migrate.lint.effect.StatementKinds.StatementKind;
import dev.migrate.lint.statement.Ddl;
import dev.migrate.lint.statement.Recognizer;
import dev.migrate.lint.trace.Probe;
import dev.migrate.testing.TestDatabases;

import static org.assertj.core.api.Assertions.assertThat;

/** Holds what {@link Effects} predicts against what the server says, for the version of the tests' server. */
class EffectsTests {

    private static final TestDatabases.Template FILLED =
            database -> TestDatabases.execute(database, StatementKinds.world().toArray(String[]::new));

    private final Recognizer recognizer = new Recognizer();

    static List<StatementKind> kinds() {
        return StatementKinds.all();
    }

    @Test
    void everyMeasuredKindIsThere() {
        assertThat(kinds()).hasSize(126).extracting(StatementKind::name).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void predictedIsMeasured(StatementKind kind) throws SQLException {
        DataSource database = TestDatabases.postgres(FILLED);
        try (Connection connection = database.getConnection()) {
            int version = connection.getMetaData().getDatabaseMajorVersion();
            assertThat(predicted(kind, version)).as(kind.sql()).isEqualTo(measured(kind, connection));
        }
    }

    private String predicted(StatementKind kind, int version) {
        World world = new World();
        StatementKinds.world().forEach(sql -> world.apply(read(sql)));
        for (String sql : kind.setup()) {
            Effect setup = Effects.of(read(sql), new Situation(world, version, true));
            if (setup.refused() != null) {
                return "not possible";
            }
            world.apply(read(sql));
        }
        kind.before().forEach(sql -> world.apply(read(sql)));
        Effect effect = Effects.of(read(kind.sql()), new Situation(world, version, true));
        return effect.refused() == null ? text(effect) : "refused";
    }

    private Ddl read(String sql) {
        Ddl ddl = recognizer.recognize(sql, 1);
        assertThat(ddl).as(sql).isNotInstanceOf(Ddl.Unrecognized.class);
        return ddl;
    }

    private static String measured(StatementKind kind, Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : kind.setup()) {
                String failure = execute(statement, sql);
                if (failure != null) {
                    return "not possible";
                }
            }
            for (String sql : kind.before()) {
                statement.execute(sql);
            }
        }
        connection.setAutoCommit(false);
        try {
            return text(new Probe(connection).run(kind.sql()));
        } catch (SQLException e) {
            // A mistake in the test's own SQL is neither syntax of a later version nor a transaction.
            assertThat(e.getSQLState()).as(e.getMessage()).isIn("42601", "25001");
            return "refused";
        } finally {
            connection.rollback();
        }
    }

    private static @Nullable String execute(Statement statement, String sql) {
        try {
            statement.execute(sql);
            return null;
        } catch (SQLException e) {
            return e.getMessage();
        }
    }

    private static String text(Effect effect) {
        TreeMap<String, String> locks = new TreeMap<>();
        effect.locks().forEach((name, mode) -> locks.put(name.toString(), mode.code()));
        TreeSet<String> rewrites = new TreeSet<>();
        effect.rewrites().forEach(name -> rewrites.add(name.toString()));
        TreeSet<String> scans = new TreeSet<>();
        effect.scans().forEach(name -> scans.add(name.toString()));
        return locks + " REWRITE" + rewrites + " SCAN" + scans;
    }
}
