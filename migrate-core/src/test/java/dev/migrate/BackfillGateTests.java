package dev.migrate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import dev.migrate.backfill.BackfillListener;
import dev.migrate.revision.Direction;
import dev.migrate.revision.Heads;
import dev.migrate.revision.Target;
import dev.migrate.run.HeldBack;
import dev.migrate.run.MigrationState;
import dev.migrate.run.MigrationStatus;
import dev.migrate.run.RunReport;
import dev.migrate.script.InvalidScriptsException;
import dev.migrate.testing.TestDatabases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Revisions that require a backfill wait for it. */
class BackfillGateTests {

    private static final String ITEMS = "CREATE TABLE item (id bigint PRIMARY KEY, times int NOT NULL DEFAULT 0)";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private final DriverManagerDataSource database = TestDatabases.postgres();

    @BeforeEach
    void threeRevisions() throws IOException {
        Files.createDirectories(folder.resolve("backfills"));
        BackfillSample.file(folder.resolve("backfills"), BackfillSample.COUNTING);
        script("a", "", "", ITEMS);
        script("b", "a", "-- requires-backfill: count\n", "ALTER TABLE item ADD CHECK (times = 1)");
        script("c", "b", "", "CREATE TABLE later (id int)");
    }

    @Test
    void newDatabaseNeedsNoBackfill() {
        RunReport report = migrator().upgrade(Target.heads());

        assertThat(report.steps()).hasSize(3);
        assertThat(report.heldBack()).isEmpty();
        assertThat(report.after()).isEqualTo(Heads.of("c"));
    }

    @Test
    void newDatabaseNeedsNoneAlsoBehindAScriptThatSetsARole() throws IOException {
        String role = TestDatabases.role("");
        script(
                "a",
                "",
                "",
                ITEMS + "; GRANT INSERT ON migrate_version, migrate_history TO " + role + "; SET ROLE " + role);

        assertThat(migrator().upgrade(Target.heads()).steps()).hasSize(3);
    }

    @Test
    void revisionWaitsUntilTheBackfillHasFinished() {
        migrator().upgrade(Target.parse("a"));
        new JdbcTemplate(database).execute("INSERT INTO item SELECT generate_series(1, 50)");

        RunReport report = migrator().upgrade(Target.heads());

        assertThat(report.steps()).isEmpty();
        assertThat(report.heldBack()).containsExactly(new HeldBack("b", "count", "was never begun"));
        assertThat(report.heldBack().get(0).message())
                .isEqualTo("Revision b is held back: it requires backfill count, which was never begun");
        assertThat(report.heldBack().get(0).hint())
                .isEqualTo("Finish it with `migrate backfill run count`, then run `migrate upgrade` again.");
        MigrationStatus status = migrator().status();
        assertThat(status.state()).isEqualTo(MigrationState.BEHIND);
        assertThat(status.awaitsOnlyBackfills()).isTrue();
        assertThat(status.heldBack()).isEqualTo(report.heldBack());

        migrator().backfills().run("count", new BackfillListener() {}, () -> true);
        assertThat(migrator().status().heldBack()).extracting(HeldBack::why).containsExactly("is STARTING");
        migrator().backfills().run("count", new BackfillListener() {}, () -> false);

        assertThat(migrator().status().heldBack()).isEmpty();
        assertThat(migrator().status().awaitsOnlyBackfills()).isFalse();
        assertThat(migrator().upgrade(Target.heads()).steps()).hasSize(2);
    }

    @Test
    void seedsOfTheSameRunAreWaitedFor() throws IOException {
        script("a", "", "", ITEMS + "; INSERT INTO item VALUES (1)");

        RunReport report = migrator().upgrade(Target.heads());

        assertThat(report.after()).isEqualTo(Heads.of("a"));
        assertThat(report.heldBack()).extracting(HeldBack::revision).containsExactly("b");
    }

    @Test
    void instanceServesWithoutWhatRequiresABackfillAlsoWhenThatHasFinished() throws IOException {
        migrator().upgrade(Target.parse("a"));
        new JdbcTemplate(database).execute("INSERT INTO item SELECT generate_series(1, 50)");

        assertThat(migrator().status().isReady()).as("c requires nothing").isFalse();

        script("c", "b", "-- requires-backfill: count\n", "CREATE TABLE later (id int)");
        assertThat(migrator().status().isReady()).isTrue();
        migrator().backfills().run("count", new BackfillListener() {}, () -> false);
        assertThat(migrator().status().isReady()).isTrue();
    }

    @Test
    void printedRunRequiresTheBackfillItself() {
        migrator().upgrade(Target.parse("a"));
        new JdbcTemplate(database).execute("INSERT INTO item SELECT generate_series(1, 50)");
        String script = printed(null);

        assertThat(script).contains("-- Revision b requires backfill count\n");
        assertThatThrownBy(() -> run(script))
                .rootCause()
                .hasMessageContaining("The rest of this script requires backfill count, which was never begun")
                .hasMessageContaining("Finish it with `migrate backfill run count`");
        migrator().backfills().run("count", new BackfillListener() {}, () -> true);
        assertThatThrownBy(() -> run(script)).rootCause().hasMessageContaining("which is STARTING");
        migrator().backfills().run("count", new BackfillListener() {}, () -> false);
        run(script);

        assertThat(migrator().status().state()).isEqualTo(MigrationState.UP_TO_DATE);
    }

    @Test
    void printedRunOfANewDatabaseRequiresNothing() {
        run(printed(Heads.none()));

        assertThat(migrator().status().state()).isEqualTo(MigrationState.UP_TO_DATE);
    }

    @Test
    void printedDowngradeRequiresNothing() {
        migrator().upgrade(Target.heads());
        StringBuilder out = new StringBuilder();
        migrator().printRun(Direction.DOWNGRADE, Target.parse("b"), null, out);

        assertThat(out).doesNotContain("requires backfill");
    }

    private String printed(@Nullable Heads from) {
        StringBuilder out = new StringBuilder();
        migrator().printRun(Direction.UPGRADE, Target.heads(), from, out);
        return out.toString();
    }

    /** Each run on a connection of its own, as the client of the database has it. */
    private void run(String script) {
        TestDatabases.execute(database, script.replace("\\set ON_ERROR_STOP on", ""));
    }

    @Test
    void nameThatNoBackfillCanHaveIsAMistake() throws IOException {
        script("b", "a", "-- requires-backfill: count, no such\n", "SELECT 1");

        assertThatThrownBy(() -> migrator().scripts())
                .isInstanceOf(InvalidScriptsException.class)
                .extracting(
                        failure -> ((InvalidScriptsException) failure).details().get(0))
                .asString()
                .endsWith("b.sql:3: `no such` is not the name of a backfill");
    }

    private Migrator migrator() {
        MigrateSettings defaults = MigrateSettings.defaults();
        return new Migrator(
                new MigrateSettings(
                                List.of("file:" + folder.resolve("revisions")),
                                folder,
                                defaults.fileTemplate(),
                                null,
                                defaults.run())
                        .withBackfills(new BackfillSource(
                                List.of("file:" + folder.resolve("backfills")), BackfillSample.settings(10, 100))),
                database);
    }

    private void script(String id, String revises, String header, String upgrade) throws IOException {
        Path scripts = Files.createDirectories(folder.resolve("revisions"));
        Files.writeString(
                scripts.resolve(id + ".sql"),
                "-- revision: " + id + "\n" + (revises.isEmpty() ? "" : "-- revises: " + revises + "\n") + header
                        + "-- message: " + id + "\n-- migrate:upgrade\n" + upgrade + ";\n-- migrate:downgrade\n");
    }
}
