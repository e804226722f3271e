package dev.migrate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

import dev.migrate.dialect.Dialects;
import dev.migrate.error.MigrateException;
import dev.migrate.revision.Target;
import dev.migrate.run.BookContents;
import dev.migrate.run.ChecksumPolicy;
import dev.migrate.run.MigrationOverview;
import dev.migrate.run.MigrationState;
import dev.migrate.run.MigrationStatus;
import dev.migrate.run.RevisionDetail;
import dev.migrate.run.RevisionState;
import dev.migrate.run.Session;
import dev.migrate.run.StatusReader;
import dev.migrate.script.InvalidScriptsException;
import dev.migrate.script.ScriptDirectory;
import dev.migrate.script.ScriptLoader;
import dev.migrate.testing.TestDatabases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

/** The look that does not look into the scripts says what looking into them says. */
class QuickLookTests {

    private static final int ACTIONS = 120;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private final DataSource database = TestDatabases.postgres();

    private final JdbcTemplate jdbc = new JdbcTemplate(database);

    @BeforeEach
    void threeRevisions() throws IOException {
        script("a", "", "CREATE TABLE a (id int)");
        script("b", "a", "CREATE TABLE b (id int)");
        script("c", "a", "CREATE TABLE c (id int)");
    }

    @Test
    void runToTheHeadsIsRecognizedByEqualScripts() {
        migrator().upgrade(Target.heads());

        assertThat(lastHash()).hasSize(16);
        MigrationStatus status = migrator().status();
        assertThat(status.state()).isEqualTo(MigrationState.UP_TO_DATE);
        assertThat(status.heads()).containsExactly("b", "c");
        assertThat(status.applied()).isEqualTo(3);
        assertThat(migrator().upgrade(Target.heads()).applied()).isEqualTo(3);
    }

    @Test
    void namesOfFilesDoNotMatter() throws IOException {
        migrator().upgrade(Target.heads());
        String hash = lastHash();

        Files.move(folder.resolve("c.sql"), folder.resolve("later.sql"));

        assertThat(migrator().scripts().hash()).isEqualTo(hash);
    }

    @Test
    void changedByteIsNoticed() throws IOException {
        migrator().upgrade(Target.heads());
        script("b", "a", "CREATE TABLE B (id int)");

        assertThat(migrator().status().modified()).containsExactly("b");
        assertThatThrownBy(() -> migrator().upgrade(Target.heads()))
                .isInstanceOf(MigrateException.class)
                .hasMessageContaining("changed");
    }

    @Test
    void versionRowChangedByHandIsNoticed() {
        migrator().upgrade(Target.heads());
        jdbc.update("DELETE FROM migrate_version WHERE version_num = 'c'");

        assertThat(migrator().status().state()).isEqualTo(MigrationState.BEHIND);
    }

    @Test
    void runThatStopsBelowTheHeadsRecordsNoHash() {
        migrator().upgrade(Target.parse("b"));

        assertThat(lastHash()).isNull();
    }

    @Test
    void runThatOverlooksChangesRecordsNoHash() throws IOException {
        migrator().upgrade(Target.parse("b"));
        script("b", "a", "CREATE TABLE B (id int)");
        migrator(ChecksumPolicy.IGNORE).upgrade(Target.heads());

        assertThat(lastHash()).isNull();
        assertThat(migrator().status().modified()).containsExactly("b");
    }

    @Test
    void mistakesInScriptsThatWereAddedAreReported() throws IOException {
        migrator().upgrade(Target.heads());
        Files.writeString(folder.resolve("d.sql"), "-- revision: d\n-- revises: nowhere\n-- migrate:upgrade\n");

        assertThatThrownBy(() -> migrator().upgrade(Target.heads())).isInstanceOf(InvalidScriptsException.class);
    }

    @Test
    void whateverHappensBothLooksAgree() throws IOException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        List<String> done = new ArrayList<>();
        int recognized = 0;
        migrator().upgrade(Target.heads());
        for (int i = 0; i < ACTIONS; i++) {
            done.add(act(random));

            MigrationOverview whole = wholeLook();
            String as = "seed %d, after %s".formatted(seed, done);
            assertThat(migrator().status()).as(as).isEqualTo(whole.status());
            assertThat(migrator().overview()).as(as).isEqualTo(whole);
            recognized += lastHash() == null ? 0 : 1;
        }
        assertThat(recognized).as("seed %d, after %s", seed, done).isPositive();
    }

    @Test
    void downgradeOfRecognizedScriptsReadsWhatItRuns() throws IOException {
        recognizedWithBrokenBase();

        migrator().downgrade(Target.parse("a"));

        assertThat(jdbc.queryForList("SELECT version_num FROM migrate_version", String.class))
                .containsExactly("a");
    }

    @Test
    void whatIsBrokenAllTheSameIsRefusedBeforeAnythingIsTouched() throws IOException {
        recognizedWithBrokenBase();

        assertThatThrownBy(() -> migrator().downgrade(Target.base()))
                .isInstanceOfSatisfying(InvalidScriptsException.class, e -> assertThat(e.problems())
                        .singleElement()
                        .satisfies(problem -> assertThat(problem.path()).endsWith("a.sql")));
        assertThat(jdbc.queryForList("SELECT version_num FROM migrate_version ORDER BY 1", String.class))
                .containsExactly("b", "c");
        assertThat(jdbc.queryForList("SELECT event FROM migrate_history ORDER BY id", String.class))
                .containsExactly("applied", "applied", "applied");
    }

    @Test
    void overviewOfRecognizedScriptsReadsNoSection() throws IOException {
        recognizedWithBrokenBase();

        assertThat(migrator().overview().revisions())
                .extracting(detail -> detail.script().id(), RevisionDetail::state)
                .containsExactly(
                        tuple("a", RevisionState.APPLIED),
                        tuple("b", RevisionState.APPLIED),
                        tuple("c", RevisionState.APPLIED));
    }

    @Test
    void changeBelowWhatWasTakenBackIsNoticed() throws IOException {
        migrator().upgrade(Target.heads());
        migrator().downgrade(Target.parse("a"));
        assertThat(migrator().status().modified()).isEmpty();

        script("a", "", "CREATE TABLE A (id int)");

        assertThat(migrator().status().modified()).containsExactly("a");
    }

    /** The books vouch for a script that no run can have looked into. */
    private void recognizedWithBrokenBase() throws IOException {
        migrator().upgrade(Target.heads());
        script("a", "", "SELECT 'never closed");
        String hash = new ScriptLoader(getClass().getClassLoader())
                .find(List.of("file:" + folder), List.of())
                .hash();
        jdbc.update(
                "UPDATE migrate_history SET directory_hash = ? WHERE id = (SELECT max(id) FROM migrate_history)", hash);
    }

    /** Tells the same without recognizing anything. */
    private MigrationOverview wholeLook() {
        ScriptDirectory unknown = ScriptDirectory.of(migrator().scripts().scripts());
        MigrateSettings plain = MigrateSettings.defaults();
        try (Session session =
                Session.open(database, new Dialects(List.of()), plain.run().books())) {
            return new StatusReader(unknown).overview(session, BookContents.read(session));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private String act(Random random) throws IOException {
        int action = random.nextInt(7);
        try {
            switch (action) {
                case 0, 1 -> migrator().upgrade(Target.heads());
                case 2 -> migrator(ChecksumPolicy.WARN).upgrade(Target.parse("b"));
                case 3 -> migrator().downgrade(Target.parse("a"));
                case 4 -> migrator().stamp(List.of(Target.parse(random.nextBoolean() ? "heads" : "a")));
                case 5 -> script("c", "a", "CREATE TABLE c (id " + (random.nextInt(3) == 0 ? "bigint" : "int") + ")");
                default -> {
                    if (!Files.deleteIfExists(folder.resolve("c.sql"))) {
                        script("c", "a", "CREATE TABLE c (id int)");
                    }
                }
            }
            return Integer.toString(action);
        } catch (MigrateException e) {
            return action + " refused";
        }
    }

    private @Nullable String lastHash() {
        List<String> newest =
                jdbc.queryForList("SELECT directory_hash FROM migrate_history ORDER BY id DESC LIMIT 1", String.class);
        return newest.isEmpty() ? null : newest.get(0);
    }

    private Migrator migrator() {
        return migrator(ChecksumPolicy.FAIL);
    }

    private Migrator migrator(ChecksumPolicy policy) {
        MigrateSettings plain = MigrateSettings.defaults();
        return new Migrator(
                plain.withLocations(List.of("file:" + folder))
                        .withRun(plain.run().withChecksumMismatch(policy)),
                database);
    }

    private void script(String id, String revises, String upgrade) throws IOException {
        Files.writeString(
                folder.resolve(id + ".sql"),
                "-- revision: " + id + "\n" + (revises.isEmpty() ? "" : "-- revises: " + revises + "\n")
                        + "-- message: Revision " + id + "\n\n-- migrate:upgrade\n" + upgrade
                        + ";\n\n-- migrate:downgrade\nDROP TABLE IF EXISTS " + id + ";\n");
    }
}
