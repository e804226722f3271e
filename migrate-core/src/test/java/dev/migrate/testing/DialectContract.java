package dev.migrate.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

import dev.migrate.MigrateSettings;
import dev.migrate.Migrator;
import dev.migrate.dialect.BookTables;
import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.Dialects;
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
import dev.migrate.run.RunSettings;
import dev.migrate.run.StatementFailedException;
import dev.migrate.run.TransactionMode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What a run promises, whatever the database; a dialect's tests extend it and say where to get an empty database. */
public abstract class DialectContract {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    protected Path folder;

    /** The database of this test. */
    @SuppressWarnings("NullAway.Init")
    protected DataSource database;

    /** Statements on it. */
    @SuppressWarnings("NullAway.Init")
    protected JdbcTemplate jdbc;

    /** Returns a new empty database. */
    protected abstract DataSource newDatabase();

    @BeforeEach
    void twoRevisions() {
        database = newDatabase();
        jdbc = new JdbcTemplate(database);
        script("a", "", "CREATE TABLE users (id integer PRIMARY KEY);", "DROP TABLE users;");
        script("b", "a", "CREATE TABLE calls (id integer);\nINSERT INTO calls VALUES (1);", "DROP TABLE calls;");
    }

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

        jdbc.execute("CREATE TABLE nowhere (id integer)");
        migrator().upgrade(Target.heads());
        assertThat(count("t")).isEqualTo(2);
        assertThat(count("nowhere")).isEqualTo(1);
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

    /** Runs printed SQL statement by statement on one connection, as the database's own client would. */
    private void runAsScript(String text) {
        String opening = dialect().scriptStyle().opening();
        assertThat(text).startsWith(opening);
        List<String> statements = List.of(
                text.substring(opening.length()).replaceAll("(?m)^--.*$", "").split(";\\s*\\n\\s*\\n"));
        TestDatabases.execute(
                database,
                statements.stream().map(String::strip).filter(s -> !s.isEmpty()).toArray(String[]::new));
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

    /** Returns the dialect that a migrator would choose here. */
    protected final Dialect dialect() {
        try (Connection connection = database.getConnection()) {
            return new Dialects(List.of()).of(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns a table's name in the quotes of this database. */
    protected final String quoted(String table) {
        return dialect().quote(table);
    }

    private List<String> events(String event) {
        return jdbc.queryForList(
                "SELECT revision FROM " + quoted("migrate_history") + " WHERE event = ? ORDER BY id",
                String.class,
                event);
    }

    private int count(String table) {
        Integer count = jdbc.queryForObject("SELECT count(*) FROM " + table, Integer.class);
        return count == null ? 0 : count;
    }

    private boolean exists(String table) {
        try (Connection connection = database.getConnection();
                var tables = connection
                        .getMetaData()
                        .getTables(connection.getCatalog(), connection.getSchema(), "%", new String[] {
                            "TABLE", "BASE TABLE"
                        })) {
            while (tables.next()) {
                if (tables.getString("TABLE_NAME").toLowerCase(Locale.ROOT).equals(table)) {
                    return true;
                }
            }
            return false;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns a migrator with the scripts of this test. */
    protected final Migrator migrator() {
        return migrator(settings(TransactionMode.PER_REVISION, Duration.ofMinutes(1)));
    }

    private Migrator migrator(MigrateSettings settings) {
        return new Migrator(settings, database);
    }

    private MigrateSettings settings(TransactionMode mode, Duration lockWait) {
        RunSettings run = RunSettings.defaults();
        MigrateSettings defaults = MigrateSettings.defaults();
        return new MigrateSettings(
                List.of("file:" + folder),
                folder,
                defaults.fileTemplate(),
                null,
                new RunSettings(
                        run.books(),
                        mode,
                        lockWait,
                        run.timeouts(),
                        run.retryFor(),
                        run.checksumMismatch(),
                        run.application()));
    }

    /** Writes a script. */
    protected final void script(String id, String revises, String upgrade, String downgrade) {
        script(id, revises, upgrade, downgrade, "");
    }

    private void script(String id, String revises, String upgrade, String downgrade, String options) {
        String text = "-- revision: " + id + "\n" + (revises.isEmpty() ? "" : "-- revises: " + revises + "\n")
                + "-- message: " + id + "\n\n-- migrate:upgrade" + options + "\n" + upgrade
                + "\n\n-- migrate:downgrade\n" + downgrade + "\n";
        try {
            Files.writeString(folder.resolve(id + ".sql"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
