package dev.migrate.testing;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.Test;

import dev.migrate.Migrator;
import dev.migrate.dialect.BookTables;
import dev.migrate.dialect.Dialect;
import dev.migrate.error.MigrateException;
import dev.migrate.revision.Direction;
import dev.migrate.revision.Heads;
import dev.migrate.revision.Target;
import dev.migrate.run.LockTimeoutException;
import dev.migrate.run.MigrationState;
import dev.migrate.run.MigrationStatus;
import dev.migrate.run.Resolution;
import dev.migrate.run.RevisionDetail;
import dev.migrate.run.RunReport;
import dev.migrate.run.StatementFailedException;
import dev.migrate.run.TransactionMode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What a run promises, whatever the database; a dialect's tests extend it and say where to get an empty database. */
public abstract class DialectContract extends OperationContract {

    @Test
    void readingAnEmptyDatabaseCreatesNothing() {
        MigrationStatus status = migrator().status();

        assertThat(status.state()).isEqualTo(MigrationState.BEHIND);
        assertThat(status.pending()).hasSize(2);
        assertThat(status.database().product()).isEqualTo(dialect().name());
        assertThat(status.database().version()).matches("\\d+\\..*");
        assertThat(exists("migrate_version")).isFalse();
        assertThat(exists("migrate_history")).isFalse();
    }

    @Test
    void upgradeAppliesEverythingOnceAndKeepsTheBooks() {
        Instant before = Instant.now().minusSeconds(5);

        RunReport report = migrator().upgrade(Target.heads());

        assertThat(report.steps()).hasSize(2);
        assertThat(report.after()).isEqualTo(Heads.of("b"));
        assertThat(migrator().status().state()).isEqualTo(MigrationState.UP_TO_DATE);
        assertThat(migrator().upgrade(Target.heads()).steps()).isEmpty();
        assertThat(events("applied")).containsExactly("a", "b");
        assertThat(count("calls")).isEqualTo(1);
        assertThat(migrator().overview().revisions()).allSatisfy(revision -> {
            assertThat(revision.appliedAt()).isBetween(before, Instant.now().plusSeconds(5));
            assertThat(revision.duration()).isBetween(Duration.ZERO, Duration.ofMinutes(1));
        });
        assertThat(migrator().overview().revisions())
                .extracting(RevisionDetail::appliedBy)
                .doesNotContainNull();
    }

    @Test
    void downgradeTakesBackWhatUpgradeDid() {
        migrator().upgrade(Target.heads());

        assertThat(migrator().downgrade(Target.parse("-1")).after()).isEqualTo(Heads.of("a"));
        assertThat(exists("calls")).isFalse();
        assertThat(migrator().downgrade(Target.base()).after()).isEqualTo(Heads.none());
        assertThat(exists("users")).isFalse();
        assertThat(events("reverted")).containsExactly("b", "a");
        assertThat(migrator().upgrade(Target.heads()).after()).isEqualTo(Heads.of("b"));
    }

    @Test
    void branchesAndTheirMergeMoveTheRows() {
        script("c", "a", "CREATE TABLE c (id integer);", "DROP TABLE c;");
        script("d", "b, c", "", "");

        assertThat(migrator().upgrade(Target.parse("b")).after()).isEqualTo(Heads.of("b"));
        assertThat(migrator().upgrade(Target.parse("c")).after()).isEqualTo(Heads.of("b", "c"));
        assertThat(migrator().upgrade(Target.heads()).after()).isEqualTo(Heads.of("d"));
        assertThat(migrator().downgrade(Target.base()).after()).isEqualTo(Heads.none());
    }

    @Test
    void failingStatementIsToldTruly() {
        script(
                "c",
                "b",
                "CREATE TABLE t (id integer);\nINSERT INTO t VALUES (1);\nINSERT INTO nowhere VALUES (1);\n"
                        + "INSERT INTO t VALUES (2);",
                "DROP TABLE t;");

        assertThatThrownBy(() -> migrator().upgrade(Target.heads()))
                .isInstanceOfSatisfying(StatementFailedException.class, failure -> {
                    assertThat(failure.getMessage())
                            .containsIgnoringCase("nowhere")
                            .doesNotContain("INSERT");
                    assertThat(failure.details().get(0)).contains("c.sql:8, statement 3 of 4");
                    assertThat(failure.details().get(1))
                            .isEqualTo(
                                    dialect().transactionalDdl()
                                            ? "Nothing of revision c was applied; the database is at b."
                                            : "The first 2 statements of revision c took effect, and the next run goes"
                                                    + " on with statement 3; the database is at b.");
                    assertThat(failure.hint()).isNotNull();
                });

        assertThat(migrator().current()).isEqualTo(Heads.of("b"));
        assertThat(events("failed")).containsExactly("c");
        assertThat(exists("t")).isEqualTo(!dialect().transactionalDdl());
        assertThat(migrator().status().state()).isEqualTo(MigrationState.BEHIND);

        script(
                "c",
                "b",
                "CREATE TABLE t (id integer);\nINSERT INTO t VALUES (1);\nINSERT INTO t VALUES (3);\n"
                        + "INSERT INTO t VALUES (2);",
                "DROP TABLE t;");
        migrator().upgrade(Target.heads());
        assertThat(count("t")).isEqualTo(3);
    }

    @Test
    void valuesOfRowsStandInNoMessage() {
        script("c", "b", "INSERT INTO users VALUES (777777);\nINSERT INTO users VALUES (777777);", "");

        assertThatThrownBy(() -> migrator().upgrade(Target.heads()))
                .isInstanceOf(StatementFailedException.class)
                .message()
                .doesNotContain("777777");
        assertThat(jdbc.queryForObject(
                        "SELECT message FROM " + quoted("migrate_history") + " WHERE event = 'failed'", String.class))
                .doesNotContain("777777");
    }

    @Test
    void oneTransactionForTheRunIsKeptOrRefused() {
        script("c", "b", "INSERT INTO nowhere VALUES (1);", "");
        Migrator single = migrator(settings(TransactionMode.SINGLE, Duration.ofMinutes(1)));

        assertThatThrownBy(() -> single.upgrade(Target.heads())).isInstanceOf(MigrateException.class);

        assertThat(exists("users")).isFalse();
        assertThat(migrator().current()).isEqualTo(Heads.none());
    }

    @Test
    void interruptedStatementNeedsAPersonToResolveIt() {
        interruptedAtSecondStatement();

        assertThat(migrator().status().state()).isEqualTo(MigrationState.INCOMPLETE);
        assertThat(migrator().status().incomplete().get(0).startedAt())
                .isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(5));
        assertThatThrownBy(() -> migrator().upgrade(Target.heads())).hasMessageContaining("INCOMPLETE");

        assertThat(migrator().resolve("c", Resolution.APPLIED)).contains("goes on with statement 3 of 3");
        migrator().upgrade(Target.heads());
        assertThat(jdbc.queryForList("SELECT id FROM calls WHERE id > 1", Integer.class))
                .containsExactly(30);
        assertThat(migrator().status().state()).isEqualTo(MigrationState.UP_TO_DATE);
    }

    @Test
    void statementThatTookNoEffectRunsAgainAndThoseBeforeItDoNot() {
        interruptedAtSecondStatement();

        migrator().resolve("c", Resolution.NOT_APPLIED);
        migrator().upgrade(Target.heads());

        assertThat(jdbc.queryForList("SELECT id FROM calls WHERE id > 1 ORDER BY id", Integer.class))
                .containsExactly(20, 30);
    }

    @Test
    void changedScriptIsRefusedUntilItIsAccepted() {
        migrator().upgrade(Target.heads());
        script("a", "", "CREATE TABLE users (id bigint PRIMARY KEY);", "DROP TABLE users;");

        assertThat(migrator().status().modified()).containsExactly("a");
        assertThatThrownBy(() -> migrator().upgrade(Target.heads())).hasMessageContaining("have changed");
        migrator().resolve("a", Resolution.ACCEPT_CHECKSUM);
        assertThat(migrator().upgrade(Target.heads()).steps()).isEmpty();
        assertThat(migrator().status().modified()).isEmpty();
    }

    @Test
    void stampSetsTheRowsAndRunsNothing() {
        assertThat(migrator().stamp(List.of(Target.head()))).isEqualTo(Heads.of("b"));
        assertThat(migrator().status().state()).isEqualTo(MigrationState.UP_TO_DATE);
        assertThat(exists("users")).isFalse();
        assertThat(migrator().purgeAndStamp(List.of(Target.base()))).isEqualTo(Heads.none());
    }

    @Test
    void rowThatSomebodyElseMovedFailsTheRevision() {
        script("c", "b", "UPDATE " + quoted("migrate_version") + " SET version_num = 'other';", "");

        assertThatThrownBy(() -> migrator().upgrade(Target.heads())).hasMessageContaining("changed by somebody else");

        assertThat(events("applied")).containsExactly("a", "b");
    }

    @Test
    void eightRunsAtOnceApplyEveryRevisionOnce() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<RunReport>> runs = threads.invokeAll(Collections.nCopies(
                    8, (Callable<RunReport>) () -> migrator().upgrade(Target.heads())));
            int steps = 0;
            for (Future<RunReport> run : runs) {
                steps += run.get().steps().size();
            }
            assertThat(steps).isEqualTo(2);
        } finally {
            threads.shutdownNow();
        }
        assertThat(events("applied")).containsExactly("a", "b");
    }

    @Test
    void whoComesLaterWaitsForTheLockAndIsToldWhoHoldsIt() throws SQLException {
        Dialect dialect = dialect();
        try (Connection connection = database.getConnection()) {
            BookTables configured =
                    settings(TransactionMode.PER_REVISION, Duration.ZERO).run().books();
            String schema = dialect.look(connection, configured).schema();
            BookTables books = new BookTables(schema, configured.version(), configured.history());
            var lock = dialect.lock(connection, books);
            assertThat(lock.holder()).isNull();
            assertThat(lock.tryAcquire()).isTrue();
            assertThat(lock.tryAcquire()).isFalse();
            assertThat(lock.isHeld()).isTrue();

            assertThatThrownBy(() -> migrator(settings(TransactionMode.PER_REVISION, Duration.ofMillis(300)))
                            .upgrade(Target.heads()))
                    .isInstanceOf(LockTimeoutException.class);
            assertThat(migrator().status().state()).isEqualTo(MigrationState.RUNNING);

            assertThat(lock.release()).isTrue();
            assertThat(lock.isHeld()).isFalse();
            assertThat(migrator().status().state()).isEqualTo(MigrationState.BEHIND);
        }
        migrator().upgrade(Target.heads());
    }

    @Test
    protected void lockEndsWithItsHolder() throws SQLException {
        BookTables configured =
                settings(TransactionMode.PER_REVISION, Duration.ZERO).run().books();
        try (Connection connection = database.getConnection()) {
            String schema = dialect().look(connection, configured).schema();
            assertThat(dialect()
                            .lock(connection, new BookTables(schema, configured.version(), configured.history()))
                            .tryAcquire())
                    .isTrue();
        }
        assertThat(migrator().upgrade(Target.heads()).steps()).hasSize(2);
    }

    @Test
    void printedRunDoesTheSameAsARun() {
        StringBuilder out = new StringBuilder();
        migrator().printRun(Direction.UPGRADE, Target.heads(), null, out);

        runAsScript(out.toString());

        assertThat(migrator().status().state()).isEqualTo(MigrationState.UP_TO_DATE);
        assertThat(migrator().overview().revisions())
                .allSatisfy(revision -> assertThat(revision.appliedAt()).isNotNull());
        assertThat(count("calls")).isEqualTo(1);
    }

    @Test
    void printedRunRefusesADatabaseThatHasMovedOn() {
        migrator().upgrade(Target.parse("a"));
        StringBuilder out = new StringBuilder();
        migrator().printRun(Direction.UPGRADE, Target.heads(), null, out);
        migrator().upgrade(Target.heads());

        assertThatThrownBy(() -> runAsScript(out.toString()))
                .rootCause()
                .hasMessageContaining("The database is not at a");
        assertThat(count("calls")).isEqualTo(1);
    }

    private void interruptedAtSecondStatement() {
        script(
                "c",
                "b",
                "INSERT INTO calls VALUES (10);\nINSERT INTO calls VALUES (20);\nINSERT INTO calls VALUES (30);",
                "",
                " transaction=false");
        migrator().upgrade(Target.parse("b"));
        jdbc.execute("INSERT INTO " + quoted("migrate_history")
                + " (event, direction, revision, heads_after, statement) VALUES ('started', 'upgrade', 'c', 'b', 2)");
    }
}
