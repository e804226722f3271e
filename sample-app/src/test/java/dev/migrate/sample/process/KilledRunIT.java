package dev.migrate.sample.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class KilledRunIT {

    private final SampleDatabase database = SampleDatabase.create();
    private final Path revisions;
    private final SampleJar jar;

    KilledRunIT(@TempDir Path folder) throws IOException {
        revisions = Files.createDirectory(folder.resolve("revisions"));
        jar = new SampleJar(folder)
                .with("SPRING_DATASOURCE_URL", database.url())
                .with("MIGRATE_POSTGRESQL_STATEMENTTIMEOUT", "5m")
                .with("MIGRATE_LOCATIONS", "file:" + revisions)
                .with("MIGRATE_JAVAPACKAGES", "");
    }

    @AfterEach
    void end() throws Exception {
        jar.killAll();
    }

    @Test
    void aKilledTransactionLeavesNothingAndTheNextRunCompletes() throws Exception {
        slowSecondRevision();
        kill("pg_sleep(seconds)");

        assertThat(database.query("SELECT version_num FROM migrate_version")).containsExactly("aaaa11111111");
        assertThat(database.query("SELECT to_regclass('two')")).containsOnlyNulls();

        database.execute("DELETE FROM test.slow");
        Outcome outcome = jar.migrate("upgrade");

        assertThat(outcome.code()).as(outcome.err()).isZero();
        assertThat(outcome.out()).isEqualTo("Now at bbbb22222222 (head).\n");
        assertThat(outcome.err()).doesNotContain("-> aaaa11111111");
        assertEverythingIsThereOnce();
    }

    @Test
    void aRunThatWaitsTakesOverFromOneThatIsKilled() throws Exception {
        slowSecondRevision();
        SampleProcess first = jar.startMigrate("upgrade");
        database.awaitStatement("pg_sleep(seconds)");
        SampleProcess second = jar.startMigrate("upgrade");
        Await.condition("a run that waits", () -> second.err().contains("Waiting for the lock"));

        database.execute("DELETE FROM test.slow");
        first.kill();

        assertThat(second.outcome().code()).as(second.err()).isZero();
        assertEverythingIsThereOnce();
    }

    @Test
    void aKilledStatementOutsideATransactionThatTookEffectIsNotRepeated() throws Exception {
        database.execute(
                "CREATE TABLE journal (id int)",
                "CREATE PROCEDURE write_slowly() LANGUAGE plpgsql AS"
                        + " $$ BEGIN INSERT INTO journal VALUES (1); COMMIT; PERFORM pg_sleep(200); END $$");
        revision("aaaa11111111", "", "transaction=false", """
                CREATE INDEX CONCURRENTLY journal_first ON journal (id);
                CALL write_slowly();
                CREATE INDEX CONCURRENTLY journal_last ON journal (id);
                """);
        kill("CALL write_slowly");

        Outcome status = jar.migrate("status", "--check");
        assertThat(status.code()).isEqualTo(3);
        assertThat(status.out()).contains("State      INCOMPLETE");

        Outcome refused = jar.migrate("upgrade");
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.out()).isEmpty();
        assertThat(refused.err())
                .startsWith("FAILED: The database is INCOMPLETE")
                .contains("Statement 2 of 3 of revision aaaa11111111")
                .contains("CALL write_slowly()")
                .contains("aaaa11111111.sql:6")
                .contains("`migrate resolve aaaa11111111 --applied`")
                .contains("`migrate resolve aaaa11111111 --not-applied`")
                .doesNotContain("\tat ");

        assertThat(jar.migrate("resolve", "aaaa", "--applied"))
                .isEqualTo(
                        new Outcome(0, "The next run goes on with statement 3 of 3 of revision aaaa11111111.\n", ""));
        Outcome outcome = jar.migrate("upgrade");

        assertThat(outcome.code()).as(outcome.err()).isZero();
        assertThat(database.history("applied")).containsExactly("aaaa11111111");
        assertThat(database.query("SELECT id FROM journal")).hasSize(1);
        assertThat(database.query("SELECT indexrelid::regclass::text FROM pg_index WHERE indisvalid"
                        + " AND indrelid = 'journal'::regclass ORDER BY 1"))
                .containsExactly("journal_first", "journal_last");
    }

    @Test
    void aKilledIndexBuildIsCleanedUpAndRunAgain() throws Exception {
        database.execute("CREATE TABLE journal (id int)");
        revision("aaaa11111111", "", "CREATE INDEX CONCURRENTLY journal_id ON journal (id);");
        try (Connection writer = database.source().getConnection();
                Statement statement = writer.createStatement()) {
            // Who builds an index concurrently waits for everybody who has written to the table.
            writer.setAutoCommit(false);
            statement.execute("INSERT INTO journal VALUES (1)");
            kill("CREATE INDEX CONCURRENTLY");
            writer.commit();
        }
        assertThat(database.query("SELECT indisvalid FROM pg_index WHERE indrelid = 'journal'::regclass"))
                .containsExactly("f");

        assertThat(jar.migrate("status", "--check").out()).contains("State      BEHIND");
        Outcome outcome = jar.migrate("upgrade");

        assertThat(outcome.code()).as(outcome.err()).isZero();
        assertThat(database.history("applied")).containsExactly("aaaa11111111");
        assertThat(database.query("SELECT indisvalid FROM pg_index WHERE indrelid = 'journal'::regclass"))
                .containsExactly("t");
    }

    @Test
    void aProcessThatIsAskedToEndRollsItsTransactionBackAtOnce() throws Exception {
        slowSecondRevision();
        SampleProcess start = jar.with("SPRING_PROFILES_ACTIVE", "production").startApplication();
        database.awaitStatement("pg_sleep(seconds)");

        long begin = System.nanoTime();
        start.stop();

        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(15));
        assertThat(start.out()).contains("The run was stopped");
        assertThat(database.query("SELECT version_num FROM migrate_version")).containsExactly("aaaa11111111");
        assertThat(database.query("SELECT to_regclass('two')")).containsOnlyNulls();
        database.execute("DELETE FROM test.slow");
        assertThat(jar.migrate("upgrade").code()).isZero();
        assertEverythingIsThereOnce();
    }

    @Test
    void aCommandThatIsAskedToEndDropsTheIndexItWasBuilding() throws Exception {
        database.execute("CREATE TABLE journal (id int)");
        revision("aaaa11111111", "", "CREATE INDEX CONCURRENTLY journal_id ON journal (id);");
        try (Connection writer = database.source().getConnection();
                Statement statement = writer.createStatement()) {
            writer.setAutoCommit(false);
            statement.execute("INSERT INTO journal VALUES (1)");
            SampleProcess command = jar.startMigrate("upgrade");
            database.awaitStatement("CREATE INDEX CONCURRENTLY");
            Await.condition("a line that names the writer", () -> command.err().contains("Waiting for pid "));
            command.stop();
            writer.commit();
        }
        assertThat(jar.migrate("upgrade").code()).isZero();
        assertThat(database.query("SELECT indisvalid FROM pg_index WHERE indrelid = 'journal'::regclass"))
                .containsExactly("t");
    }

    private void slowSecondRevision() throws IOException {
        database.execute("CREATE SCHEMA test", "CREATE TABLE test.slow AS SELECT 200 AS seconds");
        revision("aaaa11111111", "", "CREATE TABLE one (id int);");
        revision("bbbb22222222", "aaaa11111111", """
                CREATE TABLE two (id int);
                INSERT INTO two VALUES (1);
                SELECT pg_sleep(seconds) FROM test.slow;
                INSERT INTO one VALUES (1);
                """);
    }

    private void assertEverythingIsThereOnce() {
        assertThat(database.history("applied")).containsExactly("aaaa11111111", "bbbb22222222");
        assertThat(database.query("SELECT version_num FROM migrate_version")).containsExactly("bbbb22222222");
        assertThat(database.query("SELECT id FROM one UNION ALL SELECT id FROM two"))
                .hasSize(2);
    }

    /** Starts an upgrade, kills it while it runs a statement, and waits until the server has noticed. */
    private void kill(String statement) throws Exception {
        SampleProcess process = jar.startMigrate("upgrade");
        database.awaitStatement(statement);
        process.kill();
        database.awaitNoRun();
    }

    private void revision(String id, String revises, String upgrade) throws IOException {
        revision(id, revises, "", upgrade);
    }

    private void revision(String id, String revises, String options, String upgrade) throws IOException {
        Files.writeString(revisions.resolve(id + ".sql"), """
                -- revision: %s
                -- revises: %s
                -- message: Revision

                -- migrate:upgrade %s
                %s""".formatted(id, revises, options, upgrade)
                .replaceAll("(?m)^-- revises: \n| +$", ""));
    }
}
