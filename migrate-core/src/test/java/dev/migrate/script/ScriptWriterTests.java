package dev.migrate.script;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.migrate.error.MigrateException;
import dev.migrate.operation.ExecuteSql;
import dev.migrate.operation.LexicalRules;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ScriptWriterTests {

    private static final Instant CREATED = Instant.parse("2026-01-28T14:30:05.123Z");

    private final Path folder;

    private final Path directory;

    ScriptWriterTests(@TempDir Path folder) {
        this.folder = folder;
        this.directory = folder.resolve("src/db/revisions");
    }

    @Test
    void wholeRevisionIsWrittenInTheFormatOfTheContract() throws IOException {
        NewRevision revision = new NewRevision(
                "7fa95b5a0eb7",
                List.of("ce9ec48516b9"),
                "Add speaker_events table for Phase 2",
                List.of("meetings"),
                List.of("a1b2c3d4e5f6"),
                CREATED,
                List.of("CREATE TABLE speaker_events (id serial PRIMARY KEY)", "CREATE INDEX ON speaker_events (id);"),
                List.of("DROP TABLE speaker_events"));

        Path file = writer().write(revision);

        assertThat(file)
                .isEqualTo(directory.resolve("2026_01_28_1430-7fa95b5a0eb7_add_speaker_events_table_for_phase_2.sql"))
                .hasContent("""
                        -- revision: 7fa95b5a0eb7
                        -- revises: ce9ec48516b9
                        -- message: Add speaker_events table for Phase 2
                        -- created: 2026-01-28T14:30:05Z
                        -- labels: meetings
                        -- depends-on: a1b2c3d4e5f6

                        -- migrate:upgrade
                        CREATE TABLE speaker_events (id serial PRIMARY KEY);
                        CREATE INDEX ON speaker_events (id);

                        -- migrate:downgrade
                        DROP TABLE speaker_events;
                        """);
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void emptyRevisionLoadsAndDoesNothing() {
        writer().write(revision("a1", List.of(), "Base"));
        writer().write(revision("b1", List.of("a1"), "Left"));
        writer().write(revision("c1", List.of("a1"), "Right"));
        writer().write(revision("d1", List.of("b1", "c1"), "Merge"));

        ScriptDirectory scripts =
                new ScriptLoader(requireNonNull(getClass().getClassLoader())).load(List.of("file:" + directory));

        assertThat(scripts.graph().heads()).containsExactly("d1");
        assertThat(scripts.scripts()).allSatisfy(script -> {
            assertThat(script.upgrade()).isEqualTo(new Section(List.of(), true));
            assertThat(script.downgrade()).isEqualTo(new Section(List.of(), true));
            assertThat(script.created()).isEqualTo(Instant.parse("2026-01-28T14:30:05Z"));
        });
        assertThat(scripts.script("d1").file())
                .content()
                .contains("A merge joins its parents")
                .doesNotContain("Write the");
        assertThat(scripts.script("a1").file())
                .content()
                .doesNotContain("revises")
                .contains("migrate:irreversible <why>");
    }

    @Test
    void nothingIsOverwritten() throws IOException {
        Path file = writer().write(revision("a1", List.of(), "Base"));
        Files.writeString(file, "edited");

        assertThatExceptionOfType(MigrateException.class)
                .isThrownBy(() -> writer().write(revision("a1", List.of(), "Base")))
                .withMessage("The file " + file + " exists already");
        assertThat(file).hasContent("edited");
    }

    @Test
    void directoryThatCannotBeMadeIsNamed() throws IOException {
        Files.writeString(folder.resolve("src"), "a file");

        assertThatExceptionOfType(MigrateException.class)
                .isThrownBy(() -> writer().write(revision("a1", List.of(), "Base")))
                .withMessageEndingWith("cannot be written");
    }

    @Test
    void symbolicLinkDoesNotLeadOut() throws IOException {
        Files.createDirectories(directory);
        Path outside = Files.createDirectories(folder.resolve("outside"));
        Files.createSymbolicLink(directory.resolve("2026"), outside);
        ScriptWriter writer =
                new ScriptWriter(directory, FileTemplate.of("{year}/{revision}"), ScriptTemplate.builtIn());

        assertThatExceptionOfType(MigrateException.class)
                .isThrownBy(() -> writer.write(revision("a1", List.of(), "Base")))
                .withMessageContaining("would lie outside of");
        assertThat(outside).isEmptyDirectory();
    }

    @Nested
    class Messages {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "a\nDROP TABLE x;", "a\r\n-- migrate:downgrade\nSELECT 1;", "a\u0085b", "a\u2028b\u2029c",
                            "\u001b[31mred", "a\0b", "*/ ; '",
                    "a\u202eb", "{upgrade} {revision}", "-- migrate:upgrade", "revises: x", "half \ud83d of a pair",
                            "東京 🚀", "  \t x ",
                })
        void neverLeaveTheirLine(String message) throws IOException {
            Path file = writer().write(revision("a1", List.of(), message));

            RevisionScript script = requireNonNull(new SqlScriptParser(LexicalRules.postgresql())
                    .parse("x.sql", file, Files.readAllBytes(file))
                    .script());
            assertThat(script.upgrade().operations()).isEmpty();
            assertThat(script.revision().message())
                    .isEqualTo(Printable.of(message))
                    .isNotBlank();
        }

        @ParameterizedTest
        @ValueSource(strings = {"", " ", "\n", "\u202e"})
        void areNotEmpty(String message) {
            assertThatExceptionOfType(MigrateException.class)
                    .isThrownBy(() -> revision("a1", List.of(), message))
                    .withMessage("The new revision has no message");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"../x", "a b", "a\nb", "", "a/b", "ä"})
    void malformedIdIsRefused(String id) {
        assertThatExceptionOfType(MigrateException.class)
                .isThrownBy(() -> writer().write(revision(id, List.of(), "m")));
        assertThat(directory).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"SELECT 1;\n-- migrate:downgrade\nDROP TABLE x", "SELECT 'x", "COMMIT", "SELECT 1 -- x"})
    void statementThatWouldNotBeReadBackIsRefused(String sql) {
        NewRevision revision = new NewRevision(
                "a1", List.of(), "m", List.of(), List.of(), CREATED, List.of(sql, "SELECT 2"), List.of());

        assertThatExceptionOfType(MigrateException.class).isThrownBy(() -> writer().write(revision));
    }

    @Nested
    class FileNames {

        @ParameterizedTest
        @CsvSource({
            "Add speaker_events table, add_speaker_events_table",
            "Ändere Größe: naïve, andere_gro_e_naive",
            "'  --Drop   it!--', drop_it",
            "one two three four five six seven eight nine, one_two_three_four_five_six_seven_eight",
            "one two three four five six seven eightt nine, one_two_three_four_five_six_seven_eightt",
            "one two three four five six seven eighttt nine, one_two_three_four_five_six_seven",
            "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz, abcdefghijklmnopqrstuvwxyzabcdefghijklmn",
            "東京, revision",
            "../../etc/passwd, etc_passwd",
        })
        void slugIsShortAndPlain(String message, String slug) {
            assertThat(Slug.of(message)).isEqualTo(slug).hasSizeLessThanOrEqualTo(40);
        }

        @ParameterizedTest
        @CsvSource({
            "{year}_{month}_{day}_{hour}{minute}-{revision}_{slug}, 2026_01_28_1430-a1_x_y.sql",
            "{year}/{month}/{revision}.sql, 2026/01/a1.sql",
            "V{epoch}{second}, V176961060505.sql",
        })
        void templateIsFilledIn(String template, String path) {
            assertThat(FileTemplate.of(template).path(revision("a1", List.of(), "X y")))
                    .isEqualTo(path.replace("176961060505", CREATED.getEpochSecond() + "05"));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "../{revision}",
                    "/{revision}",
                    "a/../../{revision}",
                    "a//b",
                    "a/",
                    "",
                    "{rev}",
                    "{revision}\n",
                    "c:\\{revision}",
                    "a:b",
                    ".{revision}",
                    ".git/{revision}",
                    "{revision",
                    "a*",
                    "a\0b",
                })
        void templateThatCouldLeadElsewhereIsRefused(String template) {
            assertThatExceptionOfType(MigrateException.class)
                    .isThrownBy(() -> FileTemplate.of(template))
                    .satisfies(e -> assertThat(e.hint()).contains("{slug}"));
        }

        @Test
        void foldersOfTheTemplateAreMade() {
            ScriptWriter writer =
                    new ScriptWriter(directory, FileTemplate.of("{year}/{month}/{revision}"), ScriptTemplate.builtIn());

            assertThat(writer.write(revision("a1", List.of(), "m")))
                    .isEqualTo(directory.resolve("2026/01/a1.sql"))
                    .exists();
        }
    }

    @Nested
    class Templates {

        @Test
        void ownTemplateIsUsed() throws IOException {
            String text = """
                    -- Copyright {year}
                    -- revision: {revision}
                    -- revises: {revises}
                    -- message: {message}
                    -- created: {created}

                    -- migrate:upgrade
                    SET LOCAL search_path = '{}';
                    {upgrade}
                    -- migrate:downgrade
                    {downgrade}
                    """;
            ScriptTemplate template = template("\ufeff" + text.replace("\n", "\r\n"));
            NewRevision revision = new NewRevision(
                    "b1",
                    List.of(),
                    "m {upgrade}",
                    List.of("l"),
                    List.of("d1", "d2"),
                    CREATED,
                    List.of("-- why\nSELECT '{downgrade}'"),
                    List.of("SELECT 2"));

            Path file = new ScriptWriter(directory, FileTemplate.of("{revision}"), template).write(revision);

            assertThat(file).hasContent("""
                            -- Copyright {year}
                            -- revision: b1
                            -- labels: l
                            -- depends-on: d1, d2
                            -- message: m {upgrade}
                            -- created: 2026-01-28T14:30:05Z

                            -- migrate:upgrade
                            SET LOCAL search_path = '{}';
                            -- why
                            SELECT '{downgrade}';
                            -- migrate:downgrade
                            SELECT 2;
                            """);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "-- revision: {revision}\n-- message: {message}\n",
                    "-- revision: {revision}\n-- revises: {revises}\n-- migrate:upgrade\n{upgrade}\n-- migrate:downgrade\n{downgrade}",
                    "-- revision: x\n-- revises: {revises}\n-- message: {message}\n-- migrate:upgrade\n{upgrade}\n-- migrate:downgrade\n{downgrade}",
                    "-- revision: {revision}\n-- message: {message}\n-- migrate:upgrade\n{upgrade}\n-- migrate:downgrade\n{downgrade}",
                    "-- revision: {revision}\n-- revises: {revises}\n-- message: {message}\n-- migrate:upgrade\n{upgrade}\n",
                    "-- revision: {revision}\n-- revises: {revises}\n-- message: {message}\n-- migrate:upgrade\n-- migrate:downgrade\n{downgrade}",
                    "-- revision: {revision}\n-- revises: {revises}\n-- message: {message}\n{upgrade}\n-- migrate:upgrade\n-- migrate:downgrade\n{downgrade}",
                })
        void templateThatMakesNoValidScriptIsRefused(String text) throws IOException {
            ScriptWriter writer = new ScriptWriter(directory, FileTemplate.of("{revision}"), template(text));
            NewRevision revision = new NewRevision(
                    "b1", List.of("a1"), "m", List.of(), List.of(), CREATED, List.of("SELECT 1"), List.of("SELECT 2"));

            assertThatExceptionOfType(MigrateException.class)
                    .isThrownBy(() -> writer.write(revision))
                    .withMessageStartingWith("The template " + folder.resolve("template.sql"))
                    .satisfies(e -> assertThat(e.hint()).contains("{upgrade}"));
            assertThat(directory).doesNotExist();
        }

        @Test
        void missingTemplateIsNamed() {
            assertThatExceptionOfType(MigrateException.class)
                    .isThrownBy(() -> ScriptTemplate.read(folder.resolve("nowhere")))
                    .withMessageContaining("nowhere cannot be read");
        }

        private ScriptTemplate template(String text) throws IOException {
            return ScriptTemplate.read(Files.writeString(folder.resolve("template.sql"), text));
        }
    }

    @Test
    void newIdsAreTwelveHexDigitsAndFree() {
        RevisionIds ids = new RevisionIds(new Random(1));
        String first = new RevisionIds(new Random(1)).next(id -> false);

        assertThat(first).matches("[0-9a-f]{12}");
        assertThat(ids.next(first::equals)).matches("[0-9a-f]{12}").isNotEqualTo(first);
        assertThat(new RevisionIds().next(id -> false)).isNotEqualTo(new RevisionIds().next(id -> false));
    }

    @Test
    void writtenStatementsAreReadBack() throws IOException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            List<String> upgrade = Stream.generate(() -> SqlSamples.statement(random))
                    .limit(random.nextInt(4))
                    .toList();
            NewRevision revision =
                    new NewRevision("r" + round, List.of(), "m", List.of(), List.of(), CREATED, upgrade, List.of());

            Path file = writer().write(revision);

            RevisionScript script = requireNonNull(new SqlScriptParser(LexicalRules.postgresql())
                    .parse("x.sql", file, Files.readAllBytes(file))
                    .script());
            assertThat(script.upgrade().operations())
                    .as("seed %d, round %d", seed, round)
                    .extracting(operation -> ((ExecuteSql) operation).sql())
                    .isEqualTo(upgrade);
        }
    }

    private ScriptWriter writer() {
        return new ScriptWriter(directory, FileTemplate.of(FileTemplate.DEFAULT), ScriptTemplate.builtIn());
    }

    private static NewRevision revision(String id, List<String> revises, String message) {
        return new NewRevision(id, revises, message, List.of(), List.of(), CREATED, List.of(), List.of());
    }
}
