package dev.migrate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

import dev.migrate.error.MigrateException;
import dev.migrate.revision.Direction;
import dev.migrate.revision.Heads;
import dev.migrate.revision.Target;
import dev.migrate.run.MigrationState;
import dev.migrate.run.MigrationStatus;
import dev.migrate.run.Resolution;
import dev.migrate.run.RunReport;
import dev.migrate.run.RunSettings;
import dev.migrate.run.StatementFailedException;
import dev.migrate.run.TransactionMode;
import dev.migrate.run.WhenAhead;
import dev.migrate.script.InvalidScriptsException;
import dev.migrate.testing.TestDatabases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class MigratorTests {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private final DataSource database = TestDatabases.postgres();

    private final JdbcTemplate jdbc = new JdbcTemplate(database);

    @BeforeEach
    void twoRevisions() {
        script("a", "", "CREATE TABLE users (id int PRIMARY KEY);", "DROP TABLE users;");
        script("b", "a", "CREATE TABLE calls (id int); INSERT INTO calls VALUES (1);", "DROP TABLE calls;");
    }

    @Test
    void upgradeAppliesEverythingOnceAndKeepsTheBooks() {
        RunReport report = migrator().upgrade(Target.heads());

        assertThat(report.steps()).hasSize(2);
        assertThat(report.after()).isEqualTo(Heads.of("b"));
        assertThat(migrator().status().state()).isEqualTo(MigrationState.UP_TO_DATE);
        assertThat(migrator().upgrade(Target.heads()).steps()).isEmpty();
        assertThat(jdbc.queryForList(
                        "SELECT event || ' ' || revision || ' ' || heads_after FROM migrate_history ORDER BY id",
                        String.class))
                .containsExactly("applied a a", "applied b b");
        assertThat(jdbc.queryForObject("SELECT count(*) FROM calls", Integer.class))
                .isEqualTo(1);
    }

    @Test
    void readingAnEmptyDatabaseCreatesNothing() {
        MigrationStatus status = migrator().status();

        assertThat(status.state()).isEqualTo(MigrationState.BEHIND);
        assertThat(status.pending()).hasSize(2);
        assertThat(jdbc.queryForObject("SELECT count(*) FROM pg_class WHERE relname LIKE 'migrate%'", Integer.class))
                .isZero();
    }

    @Test
    void downgradeTakesBackWhatUpgradeDid() {
        migrator().upgrade(Target.heads());

        assertThat(migrator().downgrade(Target.base()).after()).isEqualTo(Heads.none());

        assertThat(jdbc.queryForObject(
                        "SELECT to_regclass('users') IS NULL AND to_regclass('calls') IS NULL", Boolean.class))
                .isTrue();
    }

    @Test
    void failingStatementLeavesNothingOfItsRevisionAndNamesItsPlace() {
        script("c", "b", "CREATE TABLE t (id int);\nINSERT INTO t VALUES (1);\nSELECT\n  nope FROM t;", "");

        assertThatThrownBy(() -> migrator().upgrade(Target.heads()))
                .isInstanceOfSatisfying(StatementFailedException.class, failure -> {
                    assertThat(failure.getMessage()).isEqualTo("column \"nope\" does not exist");
                    assertThat(failure.details().get(0)).endsWith("c.sql:9, statement 3 of 3");
                    assertThat(failure.details().get(1))
                            .isEqualTo("Nothing of revision c was applied; the database is at b.");
                    assertThat(failure.hint()).isNotNull();
                });

        assertThat(migrator().current()).isEqualTo(Heads.of("b"));
        assertThat(jdbc.queryForObject("SELECT sqlstate FROM migrate_history WHERE event = 'failed'", String.class))
                .isEqualTo("42703");
        assertThat(jdbc.queryForObject("SELECT to_regclass('t') IS NULL", Boolean.class))
                .isTrue();
    }

    @Test
    void singleTransactionLeavesNothingOfTheRun() {
        script("c", "b", "SELECT nope;", "");

        assertThatThrownBy(() -> migrator(TransactionMode.SINGLE).upgrade(Target.heads()))
                .isInstanceOf(StatementFailedException.class);

        assertThat(migrator().current()).isEqualTo(Heads.none());
        assertThat(jdbc.queryForObject("SELECT to_regclass('users') IS NULL", Boolean.class))
                .isTrue();
    }

    @Test
    void concurrentIndexRunsOutsideATransaction() {
        script("c", "b", "CREATE INDEX CONCURRENTLY calls_id ON calls (id);", "DROP INDEX CONCURRENTLY calls_id;");

        migrator().upgrade(Target.heads());

        assertThat(jdbc.queryForList(
                        "SELECT event FROM migrate_history WHERE revision = 'c' ORDER BY id", String.class))
                .containsExactly("started", "applied");
        assertThat(migrator().downgrade(Target.parse("b")).after()).isEqualTo(Heads.of("b"));
    }

    @Test
    void interruptedStatementNeedsAPersonToResolveIt() {
        interruptedAtSecondStatement();

        assertThat(migrator().status().state()).isEqualTo(MigrationState.INCOMPLETE);
        assertThatThrownBy(() -> migrator().upgrade(Target.heads()))
                .isInstanceOfSatisfying(MigrateException.class, e -> assertThat(e.details())
                        .satisfiesExactly(
                                what -> assertThat(what).startsWith("Statement 2 of 3 of revision c was started at "),
                                where -> assertThat(where).endsWith("c.sql:7: INSERT INTO calls VALUES (20)")))
                .hasMessageContaining("INCOMPLETE");

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
        assertThat(jdbc.queryForObject(
                        "SELECT node_hash FROM migrate_history WHERE revision = 'b' ORDER BY id DESC LIMIT 1",
                        String.class))
                .as("the head's hash covers the accepted script, so a start need not read the history")
                .isEqualTo(migrator().scripts().nodeHash("b"));
    }

    @Test
    void failureAtTheOneCommitLeavesNothingOfTheRun() {
        script(
                "c",
                "b",
                "CREATE TABLE late (id int UNIQUE DEFERRABLE INITIALLY DEFERRED); INSERT INTO late VALUES (7), (7);",
                "");

        assertThatThrownBy(() -> migrator(TransactionMode.SINGLE).upgrade(Target.heads()))
                .isInstanceOfSatisfying(MigrateException.class, e -> {
                    assertThat(e.getMessage()).contains("late_id_key").doesNotContain("7)");
                    assertThat(e.details())
                            .containsExactly(
                                    "At the commit. Nothing of this run was applied; the database is at <base>.");
                });
        assertThat(migrator().current()).isEqualTo(Heads.none());
    }

    @Test
    void irreversibleRevisionIsRefusedBeforeAnythingIsTouched() throws IOException {
        Files.writeString(
                folder.resolve("c.sql"),
                "-- revision: c\n-- revises: b\n-- message: c\n\n-- migrate:upgrade\nDROP TABLE calls;\n\n-- migrate:irreversible data is gone\n");
        script("d", "c", "CREATE TABLE d (id int);", "DROP TABLE d;");
        migrator().upgrade(Target.heads());

        assertThatThrownBy(() -> migrator().downgrade(Target.base()))
                .isInstanceOfSatisfying(MigrateException.class, e -> assertThat(e.details())
                        .containsExactly("c (c) is irreversible: data is gone"));
        assertThat(migrator().current()).isEqualTo(Heads.of("d"));
    }

    @Test
    void newerDatabaseIsAheadOfAnOlderBuild() throws IOException {
        script("c", "b", "CREATE TABLE c (id int);", "DROP TABLE c;");
        migrator().upgrade(Target.heads());
        Files.delete(folder.resolve("c.sql"));

        assertThat(migrator().status().state()).isEqualTo(MigrationState.AHEAD);
        assertThat(migrator().upgrade(Target.heads(), WhenAhead.ALLOW).ahead()).isTrue();
        assertThatThrownBy(() -> migrator().upgrade(Target.heads())).hasMessageContaining("Can't locate revision");

        script("x", "b", "CREATE TABLE x (id int);", "DROP TABLE x;");
        assertThat(migrator().status().state()).isEqualTo(MigrationState.DIVERGED);
    }

    @Test
    void stampSetsTheRowsAndRunsNothing() {
        assertThat(migrator().stamp(List.of(Target.head()))).isEqualTo(Heads.of("b"));
        assertThat(migrator().status().state()).isEqualTo(MigrationState.UP_TO_DATE);
        assertThat(jdbc.queryForObject("SELECT to_regclass('users') IS NULL", Boolean.class))
                .isTrue();
        assertThat(migrator().purgeAndStamp(List.of(Target.base()))).isEqualTo(Heads.none());
    }

    @Test
    void eightRunsAtOnceApplyEveryRevisionOnce() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<RunReport>> runs = threads.invokeAll(java.util.Collections.nCopies(
                    8, (Callable<RunReport>) () -> migrator().upgrade(Target.heads())));
            int steps = 0;
            for (Future<RunReport> run : runs) {
                steps += run.get().steps().size();
            }
            assertThat(steps).isEqualTo(2);
        } finally {
            threads.shutdownNow();
        }
        assertThat(jdbc.queryForObject("SELECT count(*) FROM migrate_history", Integer.class))
                .isEqualTo(2);
    }

    @Test
    void printedRunDoesTheSameAsARun() {
        StringBuilder out = new StringBuilder();
        migrator().printRun(Direction.UPGRADE, Target.heads(), Heads.none(), out);

        TestDatabases.execute(database, out.toString().replace("\\set ON_ERROR_STOP on", ""));

        assertThat(migrator().status().state()).isEqualTo(MigrationState.UP_TO_DATE);
        assertThat(migrator().overview().revisions())
                .allSatisfy(revision -> assertThat(revision.appliedAt()).isNotNull());
    }

    @Test
    void mistakesInScriptsAreToldBeforeThoseInTheDatabase() throws IOException {
        jdbc.execute("CREATE TABLE migrate_version (version_num text); CREATE TABLE migrate_history (id int)");
        Path broken = Files.writeString(folder.resolve("c.sql"), "-- revision: c\n");

        assertThatThrownBy(() -> migrator().overview()).isInstanceOf(InvalidScriptsException.class);

        Files.delete(broken);
        assertThatThrownBy(() -> migrator().overview())
                .isInstanceOf(MigrateException.class)
                .isNotInstanceOf(InvalidScriptsException.class);
    }

    @Test
    void connectionFailureIsToldWithoutAStackTrace() {
        DataSource nowhere =
                new org.springframework.jdbc.datasource.DriverManagerDataSource("jdbc:postgresql://localhost:1/none");
        assertThatThrownBy(() -> new Migrator(settings(TransactionMode.PER_REVISION), nowhere).status())
                .isInstanceOfSatisfying(
                        MigrateException.class, e -> assertThat(e.hint()).contains("spring.datasource.url"))
                .hasMessageStartingWith("Can't connect to the database");
    }

    private void interruptedAtSecondStatement() {
        script(
                "c",
                "b",
                "INSERT INTO calls VALUES (10);\nINSERT INTO calls VALUES (20);\nINSERT INTO calls VALUES (30);",
                "",
                " transaction=false");
        migrator().upgrade(Target.parse("b"));
        jdbc.execute(
                "INSERT INTO migrate_history (event, direction, revision, heads_after, statement) VALUES ('started', 'upgrade', 'c', 'b', 2)");
    }

    private Migrator migrator() {
        return migrator(TransactionMode.PER_REVISION);
    }

    private Migrator migrator(TransactionMode mode) {
        return new Migrator(settings(mode), database);
    }

    private MigrateSettings settings(TransactionMode mode) {
        MigrateSettings defaults = MigrateSettings.defaults();
        return new MigrateSettings(
                List.of("file:" + folder),
                folder,
                defaults.fileTemplate(),
                null,
                RunSettings.defaults().withTransaction(mode));
    }

    private void script(String id, String revises, String upgrade, String downgrade) {
        script(id, revises, upgrade, downgrade, "");
    }

    private void script(String id, String revises, String upgrade, String downgrade, String options) {
        String text = "-- revision: " + id + "\n" + (revises.isEmpty() ? "" : "-- revises: " + revises + "\n")
                + "-- message: " + id + "\n\n-- migrate:upgrade" + options + "\n" + upgrade
                + "\n\n-- migrate:downgrade\n" + downgrade + "\n";
        try {
            Files.writeString(folder.resolve(id + ".sql"), text);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
