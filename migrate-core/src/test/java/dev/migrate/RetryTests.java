package dev.migrate;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import dev.migrate.dialect.BlockingSession;
import dev.migrate.dialect.StatementProgress;
import dev.migrate.error.MigrateException;
import dev.migrate.revision.Step;
import dev.migrate.revision.Target;
import dev.migrate.run.RunListener;
import dev.migrate.run.RunSettings;
import dev.migrate.run.StatementFailedException;
import dev.migrate.run.TransactionMode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What a run does while other sessions are in its way. */
class RetryTests {

    private static final String ALTER = "ALTER TABLE calls ADD COLUMN extra int;";

    private final OutsideTransaction test;

    private final Seen seen = new Seen();

    RetryTests(@TempDir Path folder) {
        test = new OutsideTransaction(folder);
    }

    @Test
    void spentBudgetEndsTheRunAndNamesWhoWasInTheWay() throws Exception {
        test.script("c", "a", "", ALTER, "");
        try (Connection reader = reading()) {
            long start = System.nanoTime();

            assertThatThrownBy(() ->
                            test.migrator(hasty(Duration.ofSeconds(2)), seen).upgrade(Target.heads()))
                    .isInstanceOfSatisfying(StatementFailedException.class, e -> {
                        assertThat(e.sqlState()).isEqualTo("55P03");
                        assertThat(e.details()).anySatisfy(detail -> assertThat(detail)
                                .startsWith("It waited for pid " + pid(reader) + " (")
                                .contains("a reader), idle in transaction since "));
                    });

            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(6));
        }
        assertThat(seen.retries).hasSizeGreaterThan(1);
        assertThat(seen.blockers).isNotEmpty();
    }

    @Test
    void revisionIsTriedAgainUntilTheWayIsFree() throws Exception {
        test.script("c", "a", "", ALTER, "");
        try (Connection reader = reading()) {
            endAfter(reader, 1500);
            test.migrator(hasty(Duration.ofSeconds(30)), seen).upgrade(Target.heads());
        }
        assertThat(seen.retries).isNotEmpty();
    }

    @Test
    void runThatIsOneTransactionIsTriedAgainAsAWhole() throws Exception {
        test.script("b", "a", "", "INSERT INTO calls VALUES (9, '')", "");
        test.script("c", "b", "", ALTER, "");
        try (Connection reader = reading()) {
            endAfter(reader, 1500);
            RunSettings single = hasty(Duration.ofSeconds(30)).withTransaction(TransactionMode.SINGLE);

            assertThat(test.migrator(single, seen).upgrade(Target.heads()).steps())
                    .hasSize(2);
        }
        assertThat(seen.retries).isNotEmpty();
        assertThat(test.jdbc.queryForObject("SELECT count(*) FROM calls WHERE id = 9", Integer.class))
                .isEqualTo(1);
    }

    @Test
    void statementOutsideATransactionWaitsNoLongerForALockThanAnyOther() throws Exception {
        test.revision("INSERT INTO calls VALUES (9, ''); " + ALTER);
        try (Connection reader = reading()) {
            endAfter(reader, 1500);
            test.migrator(hasty(Duration.ofSeconds(30)), seen).upgrade(Target.heads());
        }
        assertThat(seen.retries).isNotEmpty();
        assertThat(test.jdbc.queryForObject("SELECT count(*) FROM calls WHERE id = 9", Integer.class))
                .isEqualTo(1);
    }

    @Test
    void indexThatIsBuiltTellsHowFarItIsAndForWhomItWaits() throws Exception {
        test.revision("CREATE INDEX CONCURRENTLY calls_id ON calls (id);");
        try (Connection writer = reading();
                Statement statement = writer.createStatement()) {
            statement.execute("INSERT INTO calls VALUES (9, '')");
            endAfter(writer, 3000);
            test.migrator(seen).upgrade(Target.heads());
        }
        assertThat(seen.progress).anySatisfy(progress -> assertThat(progress).startsWith("waiting for"));
        assertThat(seen.blockers).singleElement().asString().contains("a reader");
    }

    @Test
    void oneConnectionIsEnough() throws Exception {
        test.script("c", "a", "", ALTER, "");
        try (Connection only = test.database.getConnection();
                Connection reader = reading()) {
            DataSource single = new SingleConnectionDataSource(only, true) {
                @Override
                public boolean isWrapperFor(Class<?> type) {
                    return false;
                }
            };
            Migrator migrator = new Migrator(
                    test.migrator(hasty(Duration.ofSeconds(1))).settings(), single, List.of(), List.of(seen));

            assertThatThrownBy(() -> migrator.upgrade(Target.heads())).isInstanceOf(StatementFailedException.class);
            assertThat(reader.isValid(1)).isTrue();
        }
        assertThat(seen.blockers).isEmpty();
    }

    private static RunSettings hasty(Duration budget) {
        return OutsideTransaction.hasty(Duration.ofMillis(400), budget);
    }

    private Connection reading() throws SQLException {
        Connection connection = test.database.getConnection();
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET application_name = 'a reader'");
            statement.execute("SELECT * FROM calls");
        }
        return connection;
    }

    private static int pid(Connection connection) {
        try (Statement statement = connection.createStatement();
                var row = statement.executeQuery("SELECT pg_backend_pid()")) {
            row.next();
            return row.getInt(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void endAfter(Connection connection, long millis) {
        new Thread(() -> {
                    try {
                        Thread.sleep(millis);
                        connection.rollback();
                    } catch (SQLException e) {
                        // The test has closed it, and that is as good.
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                })
                .start();
    }

    private static final class Seen implements RunListener {

        final List<String> retries = new CopyOnWriteArrayList<>();

        final List<String> blockers = new CopyOnWriteArrayList<>();

        final List<String> progress = new CopyOnWriteArrayList<>();

        @Override
        public void stepRetried(Step step, MigrateException failure, Duration pause) {
            retries.add(failure.getMessage());
        }

        @Override
        public void stepBlocked(Step step, List<BlockingSession> sessions) {
            sessions.forEach(session -> blockers.add(session.describe()));
        }

        @Override
        public void stepProgress(Step step, StatementProgress now) {
            progress.add(now.describe());
        }
    }
}
