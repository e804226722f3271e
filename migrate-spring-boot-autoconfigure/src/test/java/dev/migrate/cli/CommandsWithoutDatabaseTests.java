package dev.migrate.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.migrate.cli.CommandLineApplication.Outcome;

import static org.assertj.core.api.Assertions.assertThat;

class CommandsWithoutDatabaseTests {

    private final Path folder;

    CommandsWithoutDatabaseTests(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void historyIsNewestFirst() {
        Outcome outcome = Scripts.twoIn(folder).application().migrate("history");

        assertThat(outcome).isEqualTo(new Outcome(0, """
                                aaaa11111111 -> bbbb22222222 (head), Create pets
                                <base> -> aaaa11111111, Create people
                                """, ""));
    }

    @Test
    void historyOfARange() {
        CommandLineApplication application = Scripts.twoIn(folder).application();

        assertThat(application.migrate("history", "-r:aaaa").out())
                .isEqualTo("<base> -> aaaa11111111, Create people\n");
        assertThat(application.migrate("history", "-r", "-1:heads").out()).contains("bbbb22222222");
    }

    @Test
    void headsAndBranches() {
        CommandLineApplication application = branched().application();

        assertThat(application.migrate("heads").out())
                .isEqualTo("bbbb22222222 (head)\ncccc33333333 (effective head)\ndddd44444444 (other) (head)\n");
        assertThat(application.migrate("heads", "--resolve-dependencies").out())
                .isEqualTo("bbbb22222222 (head)\ndddd44444444 (other) (head)\n");
        assertThat(application.migrate("branches").out()).isEqualTo("""
                        aaaa11111111 (branchpoint)
                                     -> bbbb22222222 (head)
                                     -> cccc33333333 (effective head)
                        """);
    }

    @Test
    void showTellsEverything() {
        Outcome outcome = branched().application().migrate("show", "dddd");

        assertThat(outcome.out())
                .isEqualTo("Rev: dddd44444444 (head)\nParent: <base>\nAlso depends on: cccc33333333\n"
                        + "Branch names: other\nPath: " + folder + "/dddd44444444.sql\n\n    Other things\n\n"
                        + "    Why they are there.\n\n");
        assertThat(outcome.code()).isZero();
    }

    @Test
    void jsonOfRevisions() {
        CommandLineApplication application = Scripts.twoIn(folder).application();

        assertThat(application.migrate("show", "head", "--json").out())
                .isEqualTo(
                        "[{\"revision\":\"bbbb22222222\",\"revises\":[\"aaaa11111111\"],\"dependsOn\":[],\"labels\":[],"
                                + "\"message\":\"Create pets\",\"kind\":\"SQL\",\"path\":\"" + folder
                                + "/bbbb22222222.sql\",\"description\":\"\",\"created\":null,\"children\":[],\"head\":true,\"current\":false}]\n");
        for (String command : new String[] {"heads", "history"}) {
            assertThat(application.migrate(command, "--json").out()).startsWith("[{\"revision\":\"bbbb22222222\"");
        }
        assertThat(application.migrate("branches", "--json").out()).isEqualTo("[]\n");
    }

    @Test
    void revisionWritesAFileAndPrintsIt() throws IOException {
        CommandLineApplication application = Scripts.twoIn(folder).application();

        Outcome outcome = application.migrate("revision", "-m", "Add a tail", "--rev-id", "cccc33333333");

        assertThat(outcome.code()).isZero();
        assertThat(Files.readString(Path.of(outcome.out().strip())))
                .contains("-- revision: cccc33333333\n-- revises: bbbb22222222\n-- message: Add a tail\n");
        assertThat(outcome.err()).isEqualTo("Created revision cccc33333333, which revises bbbb22222222.\n");
        assertThat(application.migrate("heads").out()).isEqualTo("cccc33333333 (head)\n");
    }

    @Test
    void revisionOnAnOlderOneNeedsSplice() {
        CommandLineApplication application = Scripts.twoIn(folder).application();

        Outcome refused = application.migrate("revision", "-m", "x", "--head", "aaaa");
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err())
                .startsWith("FAILED: Revision aaaa11111111 is not a head revision; please specify --splice")
                .contains("\n  Hint: ");

        assertThat(application
                        .migrate("revision", "-m", "x", "--head", "aaaa", "--splice")
                        .code())
                .isZero();
        Outcome several = application.migrate("revision", "-m", "y");
        assertThat(several.code()).isEqualTo(1);
        assertThat(several.err()).startsWith("FAILED: Multiple heads are present; please specify the head revision");
    }

    @Test
    void mergeJoinsHeads() {
        CommandLineApplication application = Scripts.twoIn(folder)
                .add("cccc33333333", "aaaa11111111", "Create plants", "SELECT 1;")
                .application();

        Outcome outcome = application.migrate("merge", "heads", "-m", "Join", "--rev-id", "dddd44444444");

        assertThat(outcome.code()).isZero();
        assertThat(application.migrate("show", "dddd").out())
                .contains("Rev: dddd44444444 (head) (mergepoint)\nMerges: bbbb22222222, cccc33333333\n");
    }

    @Test
    void initMakesTheFolderOnce() {
        Path fresh = folder.resolve("db/revisions");
        CommandLineApplication application = new Scripts(fresh).application();

        Outcome outcome = application.migrate("init");

        assertThat(outcome.code()).isZero();
        assertThat(Path.of(outcome.out().strip())).isRegularFile();
        assertThat(application.migrate("init").code()).isEqualTo(1);
    }

    @Test
    void sqlFromAGivenPlaceNeedsNoDatabase() {
        Outcome outcome = Scripts.twoIn(folder).application().migrate("upgrade", "--sql", "--from", "aaaa11111111");

        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.code()).isZero();
        assertThat(outcome.out()).contains("CREATE TABLE pets").doesNotContain("CREATE TABLE people");
    }

    @ParameterizedTest
    @ValueSource(strings = {"spring.datasource.url", "migrate.url"})
    void sqlFromAGivenPlaceIsForTheConfiguredDatabase(String property) {
        Outcome outcome = Scripts.twoIn(folder)
                .application()
                .with(property, "jdbc:sqlite:nowhere.db")
                .migrate("upgrade", "--sql", "--from", "aaaa11111111");

        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out()).startsWith(".bail on");
        assertThat(Path.of("nowhere.db")).doesNotExist();
    }

    @Test
    void sqlForMariaDbIsForItsClient() {
        Outcome outcome = Scripts.twoIn(folder)
                .application()
                .with("spring.datasource.url", "jdbc:mariadb://nowhere/db")
                .migrate("upgrade", "--sql", "--from", "aaaa11111111");

        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out()).startsWith("SET @migrate_check = IF(").contains("CREATE TABLE pets");
    }

    @Test
    void scriptsAreReadByTheRulesOfTheConfiguredDatabase() {
        String trigger = "CREATE TABLE t (id int);\nCREATE TRIGGER [it's] AFTER INSERT ON t BEGIN DELETE FROM t; END;";
        CommandLineApplication application = new Scripts(folder)
                .add("aaaa11111111", "", "Create a trigger", trigger)
                .application();

        assertThat(application.migrate("history").code()).isEqualTo(1);
        assertThat(application
                        .with("spring.datasource.url", "jdbc:sqlite:nowhere.db")
                        .migrate("history"))
                .satisfies(outcome -> assertThat(outcome.code()).isZero());
    }

    @Test
    void editNeedsAnEditor() {
        Outcome outcome = Scripts.twoIn(folder).application().migrate("edit", "nope");

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.err()).startsWith("FAILED: Can't locate revision identified by 'nope'");
    }

    @Test
    void statusWithoutADatabaseSaysWhatToConfigure() {
        Outcome outcome = Scripts.twoIn(folder).application().migrate("status");

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).startsWith("FAILED: ").contains("  Hint: ").doesNotContain("\tat ");
    }

    private Scripts branched() {
        return Scripts.twoIn(folder)
                .add("cccc33333333", "aaaa11111111", "Create plants", "SELECT 1;")
                .write("dddd44444444.sql", """
                        -- revision: dddd44444444
                        -- message: Other things
                        -- labels: other
                        -- depends-on: cccc33333333
                        -- Why they are there.

                        -- migrate:upgrade

                        -- migrate:downgrade
                        """);
    }
}
