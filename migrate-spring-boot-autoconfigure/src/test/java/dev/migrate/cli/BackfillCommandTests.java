package dev.migrate.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.migrate.cli.CommandLineApplication.Outcome;

import static org.assertj.core.api.Assertions.assertThat;

class BackfillCommandTests {

    private final Path folder;

    BackfillCommandTests(@TempDir Path folder) {
        this.folder = folder;
    }

    private final CommandLineDatabase database = CommandLineDatabase.create();

    private CommandLineApplication application = new CommandLineApplication();

    @BeforeEach
    void writeBackfill() throws IOException {
        Path backfills = Files.createDirectories(folder.resolve("backfills"));
        Files.writeString(
                backfills.resolve("count.sql"),
                "-- backfill: count\n-- table: item\n-- key: id\n-- message: Counts every row\n"
                        + "UPDATE item SET times = times + 1 WHERE id BETWEEN :from AND :to");
        application = database.configure(Scripts.twoIn(Files.createDirectories(folder.resolve("revisions")))
                        .application())
                .with("migrate.backfill.locations", "file:" + backfills);
        database.execute("CREATE TABLE item (id bigint PRIMARY KEY, times int NOT NULL DEFAULT 0)");
        database.execute("INSERT INTO item SELECT generate_series(1, 1200)");
    }

    @Test
    void backfillIsListedCountedRunAndStartedOver() {
        assertThat(application.migrate("backfill", "list"))
                .isEqualTo(new Outcome(0, "count  PENDING\n  Counts every row\n", ""));
        assertThat(application.migrate("backfill", "run", "count", "--dry-run"))
                .isEqualTo(new Outcome(0, "Backfill count would process 1200 rows.\n", ""));
        assertThat(database.tables()).doesNotContain("migrate_backfill");

        Outcome outcome = application.migrate("backfill", "run");

        assertThat(outcome.code()).isZero();
        assertThat(outcome.out()).matches("Backfill count has finished: 1200 rows in [\\d.]+ m?s\\.\n");
        assertThat(outcome.err()).startsWith("Running backfill count on item\n");
        assertThat(application.migrate("backfill", "list").out())
                .matches("count  FINISHED   1200 rows, \\d+ a second\n  Counts every row\n");
        assertThat(application.migrate("backfill", "run").out()).isEqualTo("Nothing to do.\n");
        assertThat(application.migrate("backfill", "run", "count", "--dry-run").out())
                .isEqualTo("Backfill count would process 0 rows.\n");
        assertThat(application
                        .migrate("backfill", "run", "count", "--again", "--dry-run", "--json")
                        .out())
                .isEqualTo("[{\"name\":\"count\",\"rows\":1200}]\n");
        assertThat(application.migrate("backfill", "run", "count", "--again").code())
                .isZero();
        assertThat(application.migrate("backfill", "list", "--json").out())
                .startsWith(
                        "[{\"name\":\"count\",\"table\":\"item\",\"message\":\"Counts every row\",\"state\":\"FINISHED\","
                                + "\"percent\":100,\"rows\":1200,");
    }

    @Test
    void pausedBackfillIsResumedOrCancelled() {
        assertThat(application.migrate("backfill", "pause", "count").err())
                .startsWith("FAILED: Backfill count was never begun\n");
        application.migrate("backfill", "run", "count");
        database.execute("UPDATE migrate_backfill SET state = 'RUNNING'");

        assertThat(application.migrate("backfill", "pause", "count").out())
                .isEqualTo("Backfill count is PAUSED. It stops within one batch.\n");
        assertThat(application.migrate("backfill", "run", "count").err())
                .isEqualTo(
                        "FAILED: Backfill count is paused\n  Hint: `migrate backfill resume count` lets it go on.\n");
        assertThat(application.migrate("backfill", "resume", "count").out()).startsWith("Backfill count is RUNNING. ");
        assertThat(application.migrate("backfill", "cancel", "count", "--json").out())
                .contains("\"state\":\"CANCELLED\"");
        assertThat(application.migrate("backfill", "cancel", "count").out())
                .isEqualTo("Backfill count is CANCELLED. What was committed stays.\n");
        assertThat(application.migrate("backfill", "resume", "count").err()).isEqualTo("""
                        FAILED: Backfill count is CANCELLED
                          Hint: `migrate backfill run count --again` starts over.
                        """);
        assertThat(application.migrate("backfill", "list", "countt"))
                .isEqualTo(new Outcome(1, "", "FAILED: There is no backfill countt\n  Hint: Did you mean count?\n"));
    }

    @Test
    void wrongWordsAreUsage() {
        assertThat(application.migrate("backfill", "stop").err())
                .startsWith("FAILED: 'stop' is none of list, run, pause, resume, cancel\n");
        assertThat(application.migrate("backfill", "pause").code()).isEqualTo(ExitCode.USAGE);
        assertThat(application.migrate("backfill", "list", "--again").code()).isEqualTo(ExitCode.USAGE);
        assertThat(application.migrate("backfill", "run", "--again").code()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void heldBackRevisionEndsTheUpgradeWithThree() throws IOException {
        Path revisions = Files.createDirectories(folder.resolve("revisions"));
        Files.writeString(revisions.resolve("held.sql"), """
                -- revision: cccc33333333
                -- revises: bbbb22222222
                -- message: Tighten
                -- requires-backfill: count

                -- migrate:upgrade
                ALTER TABLE item ADD CHECK (times > 0);
                """);

        Outcome outcome = application.migrate("upgrade");

        assertThat(outcome.code()).isEqualTo(ExitCode.CHECK_FAILED);
        assertThat(outcome.out()).isEqualTo("Now at bbbb22222222.\n");
        assertThat(outcome.err()).endsWith("""
                        HELD BACK: Revision cccc33333333 is held back: it requires backfill count, which was never begun.
                          Hint: Finish it with `migrate backfill run count`, then run `migrate upgrade` again.
                        """);
        assertThat(application.migrate("status").out())
                .contains("Pending    cccc33333333  Tighten")
                .contains("requires backfill count, which was never begun");
        assertThat(application.migrate("status", "--json").out())
                .contains(
                        "\"heldBack\":[{\"revision\":\"cccc33333333\",\"backfill\":\"count\",\"why\":\"was never begun\"}]");
        assertThat(application.migrate("upgrade", "--sql").out())
                .contains("-- Revision cccc33333333 requires backfill count\n");
        application.migrate("backfill", "run", "count");
        assertThat(application.migrate("upgrade").code()).isZero();
    }
}
