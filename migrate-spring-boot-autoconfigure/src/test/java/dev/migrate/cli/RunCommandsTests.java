package dev.migrate.cli;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.migrate.cli.CommandLineApplication.Outcome;
import dev.migrate.testing.OwnThread;
import dev.migrate.testing.TestDatabases;

import static org.assertj.core.api.Assertions.assertThat;

class RunCommandsTests {

    private final Path folder;

    RunCommandsTests(@TempDir Path folder) {
        this.folder = folder;
    }

    private final CommandLineDatabase database = CommandLineDatabase.create();

    private CommandLineApplication application = new CommandLineApplication();

    @BeforeEach
    void writeScripts() {
        application = database.configure(Scripts.twoIn(folder).application());
    }

    @Test
    void upgradeRunsWhatIsPending() {
        Outcome outcome = application.migrate("upgrade");

        assertThat(outcome.code()).isZero();
        assertThat(outcome.out()).isEqualTo("Now at bbbb22222222 (head).\n");
        assertThat(outcome.err()).matches("""
                        Running upgrade <base> -> aaaa11111111, Create people +[\\d.]+ m?s
                        Running upgrade aaaa11111111 -> bbbb22222222, Create pets +[\\d.]+ m?s
                        """);
        assertThat(database.tables()).contains("people", "pets", "migrate_version", "migrate_history");
        assertThat(application.migrate("upgrade"))
                .isEqualTo(new Outcome(0, "Nothing to do: at bbbb22222222 (head).\n", ""));
    }

    @Test
    void addressForMigrationsAloneIsEnough() {
        CommandLineApplication own =
                database.configureForMigrations(Scripts.twoIn(folder).application());

        assertThat(own.migrate("upgrade").out()).isEqualTo("Now at bbbb22222222 (head).\n");
    }

    @Test
    void userOfTheApplicationNeedsNoAddress() {
        String user = TestDatabases.role("LOGIN SUPERUSER PASSWORD 'x'");
        CommandLineApplication own =
                database.configureForMigrations(Scripts.twoIn(folder).application(), user, "x");

        assertThat(own.migrate("upgrade").out()).isEqualTo("Now at bbbb22222222 (head).\n");
        assertThat(database.owner("people")).isEqualTo(user);
    }

    @Test
    void upgradeByACountAndDowngradeByACount() {
        assertThat(application.migrate("upgrade", "+1").out()).isEqualTo("Now at aaaa11111111.\n");
        assertThat(application.migrate("upgrade", "+1").code()).isZero();

        Outcome outcome = application.migrate("downgrade", "-1");

        assertThat(outcome.code()).isZero();
        assertThat(outcome.out()).isEqualTo("Now at aaaa11111111.\n");
        assertThat(outcome.err()).startsWith("Running downgrade bbbb22222222 -> aaaa11111111, Create pets ");
        assertThat(database.tables()).contains("people").doesNotContain("pets");
        assertThat(application.migrate("downgrade", "base").out()).isEqualTo("Now at <base>.\n");
    }

    @Test
    void upgradeTellsProgramsWhatWasDone() {
        Outcome outcome = application.migrate("upgrade", "--json");

        assertThat(outcome.out().replaceAll("\"durationMs\":\\d+", "\"durationMs\":1"))
                .isEqualTo("{\"direction\":\"UPGRADE\",\"before\":[],\"steps\":["
                        + "{\"revision\":\"aaaa11111111\",\"message\":\"Create people\",\"durationMs\":1},"
                        + "{\"revision\":\"bbbb22222222\",\"message\":\"Create pets\",\"durationMs\":1}],"
                        + "\"after\":[\"bbbb22222222\"],\"ahead\":false}\n");
    }

    @Test
    void dryRunChangesNothing() {
        Outcome outcome = application.migrate("upgrade", "--dry-run");

        assertThat(outcome).isEqualTo(new Outcome(0, """
                                Would run upgrade <base> -> aaaa11111111, Create people
                                Would run upgrade aaaa11111111 -> bbbb22222222, Create pets
                                Would be at bbbb22222222 (head).
                                """, ""));
        assertThat(application.migrate("upgrade", "--dry-run", "--json").out())
                .startsWith("{\"direction\":\"UPGRADE\",\"dryRun\":true,\"before\":[],");
        assertThat(database.tables()).isEmpty();
    }

    @Test
    void sqlIsTheResult() {
        Outcome outcome = application.migrate("upgrade", "--sql");

        assertThat(outcome.code()).isZero();
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out()).contains("CREATE TABLE people", "CREATE TABLE pets", "migrate_version");
        assertThat(database.tables()).isEmpty();
        assertThat(application.migrate("stamp", "head", "--sql").out()).contains("bbbb22222222");
        assertThat(application.migrate("ensure-version", "--sql").out()).contains("migrate_version");
    }

    @Test
    void statusInJsonHasTheShapeOfTheContract() {
        assertThat(application.migrate("upgrade", "aaaa").code()).isZero();

        Outcome outcome = application.migrate("status", "--json", "--check");

        assertThat(outcome.code()).isEqualTo(3);
        assertThat(outcome.out().replaceAll("\"version\":\"[^\"]+\"", "\"version\":\"0\""))
                .isEqualTo(
                        "{\"state\":\"BEHIND\",\"database\":{\"product\":\"PostgreSQL\",\"version\":\"0\",\"schema\":\"public\"},"
                                + "\"current\":[\"aaaa11111111\"],\"heads\":[\"bbbb22222222\"],"
                                + "\"pending\":[{\"revision\":\"bbbb22222222\",\"revises\":[\"aaaa11111111\"],\"dependsOn\":[],"
                                + "\"labels\":[],\"message\":\"Create pets\",\"kind\":\"SQL\"}],"
                                + "\"unknown\":[],\"modified\":[],\"incomplete\":[]}\n");
    }

    @Test
    void statusForPeople() {
        assertThat(application.migrate("status").out()).contains("State      BEHIND: 2 revisions pending\n");
        assertThat(database.tables()).isEmpty();
        assertThat(application.migrate("upgrade").code()).isZero();

        Outcome outcome = application.migrate("status", "--check");

        assertThat(outcome.code()).isZero();
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out())
                .startsWith("Database   PostgreSQL ")
                .contains("State      UP_TO_DATE\n", "Current    bbbb22222222  Create pets    applied 2");
    }

    @Test
    void currentPrintsTheHeadsOfTheDatabase() {
        assertThat(application.migrate("current")).isEqualTo(new Outcome(0, "", ""));
        assertThat(application.migrate("upgrade", "aaaa").code()).isZero();
        assertThat(application.migrate("current", "--check-heads"))
                .isEqualTo(new Outcome(
                        3, "aaaa11111111\n", "Database is not on all head revisions: it is at aaaa11111111.\n"));
        assertThat(application.migrate("history", "-i").out()).contains("-> aaaa11111111 (current), Create people");
        assertThat(application.migrate("history", "-r-1:current").out())
                .isEqualTo("<base> -> aaaa11111111, Create people\n");
        assertThat(application.migrate("show", "current").out()).startsWith("Rev: aaaa11111111\n");
        assertThat(application.migrate("upgrade").code()).isZero();
        assertThat(application.migrate("current", "--check-heads"))
                .isEqualTo(new Outcome(0, "bbbb22222222 (head)\n", ""));
        assertThat(application.migrate("current", "-v").out())
                .startsWith("Rev: bbbb22222222 (head)\nParent: aaaa11111111\n");
        assertThat(application.migrate("current", "--json").out()).startsWith("[{\"revision\":\"bbbb22222222\"");
    }

    @Test
    void stampRunsNothing() {
        assertThat(application.migrate("stamp", "head")).isEqualTo(new Outcome(0, "Stamped bbbb22222222.\n", ""));
        assertThat(database.tables()).doesNotContain("people");
        assertThat(application.migrate("stamp", "base").out()).isEqualTo("Stamped <base>.\n");
        database.execute("INSERT INTO migrate_version VALUES ('ffff99999999')");
        assertThat(application.migrate("stamp", "--purge", "aaaa").out()).isEqualTo("Stamped aaaa11111111.\n");
        assertThat(application.migrate("current").out()).isEqualTo("aaaa11111111\n");
    }

    @Test
    void ensureVersionCreatesTheTablesOnly() {
        Outcome outcome = application.migrate("ensure-version");

        assertThat(outcome)
                .isEqualTo(new Outcome(0, "The tables migrate_version and migrate_history are there.\n", ""));
        assertThat(database.tables()).containsExactlyInAnyOrder("migrate_version", "migrate_history");
    }

    @Test
    void changedScriptCanBeAccepted() {
        assertThat(application.migrate("upgrade", "aaaa").code()).isZero();
        new Scripts(folder).add("aaaa11111111", "", "Create people", "CREATE TABLE people (id bigint);");
        Outcome refused = application.migrate("upgrade");
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err()).startsWith("FAILED: ").contains("aaaa11111111", "--accept-checksum");

        Outcome outcome = application.migrate("resolve", "aaaa", "--accept-checksum");

        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.code()).isZero();
        assertThat(application.migrate("upgrade").code()).isZero();
    }

    @Test
    void noticesOfTheServerAreShown() {
        new Scripts(folder)
                .add("cccc33333333", "bbbb22222222", "Say something", "DO $$ BEGIN RAISE NOTICE 'three pets'; END $$;");

        assertThat(application.migrate("upgrade").err()).contains("\n  three pets\n");
    }

    @Test
    void propertyOfTheApplicationMayStandAnywhere() {
        Outcome outcome = application.migrate("upgrade", "--migrate.version-table=my_version", "+1");

        assertThat(outcome.code()).isZero();
        assertThat(database.tables()).contains("my_version").doesNotContain("migrate_version");
    }

    @Test
    void lockedOutIsAnExitCodeOfItsOwn() throws Exception {
        new Scripts(folder).add("cccc33333333", "bbbb22222222", "Sleep", "SELECT pg_sleep(6);");
        CompletableFuture<Outcome> first = OwnThread.supply(() -> application.migrate("upgrade"));
        database.awaitStatement("pg_sleep");

        assertThat(application.migrate("status").out())
                .contains("State      RUNNING: another instance is migrating now");
        Outcome second = database.configure(new Scripts(folder).application())
                .with("migrate.lock-wait", "1s")
                .migrate("upgrade");

        assertThat(second.code()).isEqualTo(4);
        assertThat(second.err()).contains("Waiting for the lock of another run", "FAILED: ", "\n  Hint: ");
        assertThat(first.get(1, TimeUnit.MINUTES).code()).isZero();
    }
}
