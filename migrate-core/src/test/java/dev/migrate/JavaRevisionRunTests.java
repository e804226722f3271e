package dev.migrate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

import dev.migrate.RunRevisions.Concurrently;
import dev.migrate.RunRevisions.FailsBehindCode;
import dev.migrate.RunRevisions.InBetween;
import dev.migrate.RunRevisions.Initials;
import dev.migrate.RunRevisions.InitialsChanged;
import dev.migrate.RunRevisions.Runs;
import dev.migrate.RunRevisions.Unsupported;
import dev.migrate.dialect.Timeouts;
import dev.migrate.error.MigrateException;
import dev.migrate.revision.Direction;
import dev.migrate.revision.Heads;
import dev.migrate.revision.Step;
import dev.migrate.revision.Target;
import dev.migrate.run.MigrationState;
import dev.migrate.run.RunListener;
import dev.migrate.run.StatementFailedException;
import dev.migrate.script.JavaRevision;
import dev.migrate.script.RevisionClass;
import dev.migrate.script.ScriptKind;
import dev.migrate.testing.TestDatabases;

import static dev.migrate.schema.Types.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class JavaRevisionRunTests {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private final DataSource database = TestDatabases.postgres();

    private final JdbcTemplate jdbc = new JdbcTemplate(database);

    @BeforeEach
    void sqlOnBothSides() {
        script("a", "", "CREATE TABLE people (id int PRIMARY KEY, name text); INSERT INTO people VALUES (1, 'ada');");
    }

    @Test
    void javaAndSqlAreOneHistory() {
        script("c", "b", "UPDATE people SET initial = initial || '.';");
        Migrator migrator = migrator(new Initials());

        assertThat(migrator.upgrade(Target.heads()).steps()).hasSize(3);
        assertThat(migrator.scripts().script("b").kind()).isEqualTo(ScriptKind.JAVA);
        assertThat(jdbc.queryForList("SELECT initial FROM people", String.class))
                .containsExactly("A.");
        assertThat(migrator.status().state()).isEqualTo(MigrationState.UP_TO_DATE);

        assertThat(migrator.downgrade(Target.parse("a")).after()).isEqualTo(Heads.of("a"));
        assertThat(columns()).containsExactly("id", "name");
        migrator.upgrade(Target.heads());
        assertThat(columns()).containsExactly("id", "name", "initial");
    }

    @Test
    void codeRunsBetweenTheStatementsAroundIt() {
        migrator(new InBetween()).upgrade(Target.heads());

        assertThat(jdbc.queryForList("SELECT what FROM log ORDER BY id", String.class))
                .containsExactly("before", "code saw 1", "behind");
    }

    @Test
    void codeIsPartOfTheTransactionOfItsRevision() {
        StatementFailedException failure = failure(new FailsBehindCode());

        assertThat(failure.getMessage()).isEqualTo("table \"nowhere\" does not exist");
        assertThat(failure.details())
                .containsExactly(
                        "at " + FailsBehindCode.class.getName() + ", operation 2 of 2: execute DROP TABLE nowhere",
                        "Nothing of revision b was applied; the database is at a.");
        assertThat(jdbc.queryForObject("SELECT count(*) FROM people", Integer.class))
                .isEqualTo(1);
        assertThat(jdbc.queryForObject("SELECT statement FROM migrate_history WHERE event = 'failed'", Integer.class))
                .isEqualTo(2);
    }

    @Test
    void whatTheDatabaseRefusesInCodeIsTold() {
        StatementFailedException failure =
                failure(new Runs(db -> db.sql("SELECT nope FROM people").query().listOfRows()));

        assertThat(failure.getMessage()).isEqualTo("column \"nope\" does not exist");
        assertThat(failure.sqlState()).isEqualTo("42703");
        assertThat(failure.details().get(0)).endsWith("Runs, operation 2 of 3: run Java code");
        assertNothingWasApplied();
    }

    @Test
    void whatCodeThrowsIsTold() {
        StatementFailedException failure = failure(new Runs(db -> {
            throw new IOException("no such file");
        }));

        assertThat(failure.getMessage()).isEqualTo("java.io.IOException: no such file");
        assertThat(failure.details().get(0)).endsWith("Runs, operation 2 of 3: run Java code");
        assertThat(failure.hint()).startsWith("Correct the script");
        assertNothingWasApplied();
    }

    @Test
    void codeThatHidesARefusalFailsAllTheSame() {
        StatementFailedException failure = failure(new Runs(db -> {
            try {
                db.sql("SELECT nope").query().listOfRows();
            } catch (RuntimeException e) {
                // The transaction is lost nevertheless.
            }
        }));

        assertThat(failure.getMessage()).contains("current transaction is aborted");
        assertNothingWasApplied();
    }

    @Test
    void codeCannotEndTheTransaction() {
        for (String sql : List.of("COMMIT", "select 1; rollback", "BEGIN", "DISCARD ALL")) {
            StatementFailedException failure =
                    failure(new Runs(db -> db.sql(sql).update()));

            assertThat(failure.getMessage()).endsWith(" is not for the code of a revision");
            assertThat(failure.hint()).contains("commits a revision as a whole");
            assertNothingWasApplied();
        }
    }

    @Test
    void codeMaySetSavepoints() {
        migrator(new Runs(db -> {
                    db.sql("SAVEPOINT mine").update();
                    db.sql("DELETE FROM people").update();
                    db.sql("ROLLBACK TO mine").update();
                }))
                .upgrade(Target.heads());

        assertThat(jdbc.queryForObject("SELECT count(*) FROM people", Integer.class))
                .isEqualTo(1);
    }

    @Test
    void endOfTheTransactionBehindTheGuardIsNoticed() {
        for (String end : List.of("commit", "rollback", "autocommit")) {
            StatementFailedException failure = failure(new Runs(db -> endOf(db, end)));

            assertThat(failure.getMessage()).isEqualTo("The Java code ended the transaction of the run");
            assertThat(failure.details().get(1)).contains("may be committed").contains("is at a");
            assertThat(failure.hint()).contains("by hand");
            assertThat(migrator(new Initials()).current()).isEqualTo(Heads.of("a"));
            jdbc.execute("DROP TABLE IF EXISTS t");
        }
    }

    @Test
    void codeIsTriedAgainWithItsRevision() throws SQLException {
        AtomicInteger calls = new AtomicInteger();
        AtomicInteger retries = new AtomicInteger();
        Runs update = new Runs(db -> {
            calls.incrementAndGet();
            db.sql("UPDATE people SET name = 'eve'").update();
        });
        migrator(new Initials()).upgrade(Target.parse("a"));
        try (Connection other = database.getConnection();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("LOCK TABLE people");
            RunListener endsTheWait = new RunListener() {
                @Override
                public void stepRetried(Step step, MigrateException failure, Duration pause) {
                    retries.incrementAndGet();
                    try {
                        other.rollback();
                    } catch (SQLException e) {
                        throw new IllegalStateException(e);
                    }
                }
            };
            new Migrator(
                            settings(),
                            database,
                            new Extensions(List.of(), List.of(endsTheWait), () -> List.of(RevisionClass.of(update))))
                    .upgrade(Target.heads());
        }

        assertThat(retries).hasValue(1);
        assertThat(calls).hasValue(2);
        assertThat(jdbc.queryForObject("SELECT name FROM people", String.class)).isEqualTo("eve");
    }

    @Test
    void operationsThatNeedNoTransactionRunOutsideOfOne() {
        Migrator migrator = migrator(new Concurrently());

        migrator.upgrade(Target.heads());

        assertThat(indexes()).contains("people_name", "people_lower_name");
        assertThat(jdbc.queryForList(
                        "SELECT event || ' ' || coalesce(statement, 0) FROM migrate_history WHERE revision = 'b' ORDER BY id",
                        String.class))
                .containsExactly("started 1", "started 2", "applied 0");
        migrator.downgrade(Target.parse("a"));
        assertThat(indexes()).doesNotContain("people_name", "people_lower_name");
    }

    @Test
    void interruptedOperationIsNamed() {
        Migrator migrator = migrator(new Concurrently());
        migrator.upgrade(Target.parse("a"));
        jdbc.execute("INSERT INTO migrate_history (event, direction, revision, heads_after, statement)"
                + " VALUES ('started', 'upgrade', 'b', 'a', 2)");

        assertThatExceptionOfType(MigrateException.class)
                .isThrownBy(() -> migrator.upgrade(Target.heads()))
                .satisfies(failure -> assertThat(failure.details())
                        .anyMatch(line -> line.startsWith("Statement 2 of 2 of revision b"))
                        .contains("at " + Concurrently.class.getName()
                                + ", operation 2 of 2: create index people_lower_name on people"));
    }

    @Test
    void operationThatTheDatabaseDoesNotKnowIsRefusedBeforeAnythingIsTouched() {
        assertThatExceptionOfType(MigrateException.class)
                .isThrownBy(() -> migrator(new Unsupported()).upgrade(Target.heads()))
                .withMessage("PostgreSQL cannot carry out every operation of this upgrade")
                .satisfies(failure -> assertThat(failure.details())
                        .singleElement()
                        .asString()
                        .startsWith("at " + Unsupported.class.getName() + ": alter table people: run Java code: ")
                        .endsWith(" has no Java code within a batch"));

        assertThat(jdbc.queryForObject("SELECT to_regclass('people') IS NULL", Boolean.class))
                .isTrue();
    }

    @Test
    void changedJavaRevisionIsNoticed() {
        migrator(new Initials()).upgrade(Target.heads());

        Migrator changed = migrator(new InitialsChanged());
        script("c", "b", "SELECT 1;");

        assertThat(changed.status().modified()).containsExactly("b");
        assertThatExceptionOfType(MigrateException.class)
                .isThrownBy(() -> changed.upgrade(Target.heads()))
                .satisfies(failure ->
                        assertThat(failure.details()).containsExactly("b at " + InitialsChanged.class.getName()));
    }

    @Test
    void operationsArePrintedAsSql() {
        StringBuilder out = new StringBuilder();

        migrator(new Concurrently()).printRun(Direction.UPGRADE, Target.heads(), Heads.of("a"), out);

        assertThat(out)
                .contains("CREATE INDEX CONCURRENTLY \"people_name\" ON \"people\" (\"name\");")
                .contains("-- Running upgrade a -> b, Index");
    }

    @Test
    void nothingIsPrintedOfARunWithJavaCode() {
        StringBuilder out = new StringBuilder();

        assertThatExceptionOfType(MigrateException.class)
                .isThrownBy(
                        () -> migrator(new InBetween()).printRun(Direction.UPGRADE, Target.heads(), Heads.none(), out))
                .satisfies(failure -> {
                    assertThat(failure.details())
                            .containsExactly("b at " + InBetween.class.getName()
                                    + ", operation 3 of 4: run Java code: Java code is no SQL");
                    assertThat(failure.hint()).contains("--from");
                });

        assertThat(out).isEmpty();
    }

    @Test
    void dryRunNeedsNoPrinting() {
        assertThat(migrator(new InBetween())
                        .plan(Direction.UPGRADE, Target.heads())
                        .steps())
                .hasSize(2);
    }

    private static void endOf(JdbcClient db, String how) {
        db.sql("SELECT 1").query(row -> {
            Connection raw = row.getStatement().getConnection();
            switch (how) {
                case "commit" -> raw.commit();
                case "rollback" -> raw.rollback();
                default -> raw.setAutoCommit(true);
            }
        });
    }

    private StatementFailedException failure(JavaRevision revision) {
        return catchThrowableOfType(
                StatementFailedException.class, () -> migrator(revision).upgrade(Target.heads()));
    }

    private void assertNothingWasApplied() {
        assertThat(migrator(new Initials()).current()).isEqualTo(Heads.of("a"));
        assertThat(jdbc.queryForObject("SELECT to_regclass('t') IS NULL", Boolean.class))
                .isTrue();
    }

    private List<String> columns() {
        return jdbc.queryForList(
                "SELECT attname FROM pg_attribute WHERE attrelid = 'people'::regclass AND attnum > 0"
                        + " AND NOT attisdropped ORDER BY attnum",
                String.class);
    }

    private List<String> indexes() {
        return jdbc.queryForList("SELECT indexname FROM pg_indexes WHERE tablename = 'people'", String.class);
    }

    private Migrator migrator(JavaRevision... revisions) {
        return new Migrator(settings(), database, Extensions.none().withRevisions(() -> Arrays.stream(revisions)
                .map(RevisionClass::of)
                .toList()));
    }

    private MigrateSettings settings() {
        MigrateSettings defaults = MigrateSettings.defaults();
        return new MigrateSettings(
                List.of("file:" + folder),
                folder,
                defaults.fileTemplate(),
                null,
                defaults.run().withTimeouts(new Timeouts(Duration.ofMillis(300), Duration.ofSeconds(30))));
    }

    private void script(String id, String revises, String upgrade) {
        String text = "-- revision: " + id + "\n" + (revises.isEmpty() ? "" : "-- revises: " + revises + "\n")
                + "-- message: " + id + "\n\n-- migrate:upgrade\n" + upgrade + "\n\n-- migrate:downgrade\n";
        try {
            Files.writeString(folder.resolve(id + ".sql"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
