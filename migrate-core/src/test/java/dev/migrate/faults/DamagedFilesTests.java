package dev.migrate.faults;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import javax.sql.DataSource;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import dev.migrate.MigrateSettings;
import dev.migrate.Migrator;
import dev.migrate.error.MigrateException;
import dev.migrate.revision.Target;
import dev.migrate.script.ScriptLoader;
import dev.migrate.testing.TestDatabases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Folders of revisions in which something is broken: they load or are refused, and nothing hangs. */
@SuppressWarnings("NullAway.Init")
class DamagedFilesTests {

    /** In nanoseconds; a machine that has other things to do must not count as a hang. */
    private static final long HANG = 60_000_000_000L;

    private static final int FILES = 6;

    private static final List<String> PIECES = List.of(
            "\0",
            "\ufeff",
            "\r",
            "'",
            "$$",
            "/*",
            "((((((((",
            "-- revision: ../../x\n",
            "-- revises: r005\n",
            "-- revises: nowhere\n",
            "-- depends-on: r004, r003\n",
            "-- labels: r000\n",
            "-- migrate:upgrade\n",
            "-- migrate:downgrade\n",
            "-- migrate:irreversible\n",
            "BEGIN ATOMIC ",
            "\ud83d\ude80");

    @TempDir
    Path root;

    @Test
    void mutantsLoadOrAreRefused() throws Exception {
        Cases.random(1_500, 100_000).each(() -> Cases.NOTHING, (nothing, seed) -> {
            Random random = new Random(seed);
            Path folder = folder();
            for (int i = 1 + random.nextInt(3); i > 0; i--) {
                damage(folder, random);
            }
            load(folder);
            delete(folder);
        });
    }

    @Test
    void refusedFoldersTouchNoDatabase() throws IOException {
        DriverManagerDataSource database = TestDatabases.postgres();
        Path folder = folder();
        Files.writeString(folder.resolve("r001.sql"), "-- revision: ../../x\n-- message: x\n\n-- migrate:upgrade\n");

        assertThatExceptionOfType(MigrateException.class)
                .isThrownBy(() -> migrator(folder, database).upgrade(Target.heads()));

        assertThat(new JdbcTemplate(database)
                        .queryForObject("SELECT count(*) FROM pg_class WHERE relname LIKE 'migrate%'", Integer.class))
                .isZero();
    }

    @Test
    void endlessLinesAndDeepNestingAreRead() throws IOException {
        int size = Cases.isWhole() ? 100_000_000 : 2_000_000;
        for (String piece : List.of("x", "(", "'", "-", "$", "/*", "\n", ";", "\u20ac")) {
            Path folder = folder();
            Files.writeString(
                    folder.resolve("r005.sql"),
                    "-- revision: r005\n-- revises: r004\n-- message: m\n\n-- migrate:upgrade\nSELECT "
                            + piece.repeat(size / piece.length()) + "\n");
            load(folder);
            delete(folder);
        }
    }

    @Test
    void tenThousandRevisionsWithManyParentsAreRead() throws IOException {
        Random random = new Random(1);
        Path folder = Files.createTempDirectory(root, "many");
        for (int i = 0; i < 10_000; i++) {
            int other = i - 1 - random.nextInt(Math.min(Math.max(i, 1), 50));
            String parents = i == 0 ? "" : "-- revises: n" + (i - 1) + "\n";
            String depends = i < 2 || other < 0 || other == i - 1 ? "" : "-- depends-on: n" + other + "\n";
            Files.writeString(
                    folder.resolve("n" + i + ".sql"),
                    "-- revision: n" + i + "\n" + parents + depends
                            + "-- message: m\n\n-- migrate:upgrade\nSELECT 1;\n");
        }
        assertThat(load(folder)).isTrue();
    }

    /** Tells whether a folder is accepted. */
    private static boolean load(Path folder) {
        long start = System.nanoTime();
        try {
            new ScriptLoader(DamagedFilesTests.class.getClassLoader()).load(List.of("file:" + folder));
            return true;
        } catch (MigrateException e) {
            assertThat(e.getMessage()).isNotBlank();
            return false;
        } finally {
            assertThat(System.nanoTime() - start).as("nanoseconds").isLessThan(HANG);
        }
    }

    private static Migrator migrator(Path folder, DataSource database) {
        return new Migrator(MigrateSettings.defaults().withLocations(List.of("file:" + folder)), database);
    }

    private Path folder() throws IOException {
        Path folder = Files.createTempDirectory(root, "damaged");
        new ProbedHistory(folder, FILES, ProbedHistory.Indexes.CONCURRENT);
        return folder;
    }

    private static void damage(Path folder, Random random) throws IOException {
        Path file = folder.resolve(ProbedHistory.id(random.nextInt(FILES)) + ".sql");
        if (!Files.isRegularFile(file)) {
            return;
        }
        byte[] content = Files.readAllBytes(file);
        switch (random.nextInt(9)) {
            case 0 -> random.nextBytes(content);
            case 1 -> content = Arrays.copyOf(content, random.nextInt(content.length + 1));
            case 2, 3, 4 -> {
                StringBuilder text = new StringBuilder(new String(content, StandardCharsets.UTF_8));
                text.insert(random.nextInt(text.length() + 1), PIECES.get(random.nextInt(PIECES.size())));
                content = text.toString().getBytes(StandardCharsets.UTF_8);
            }
            case 5 -> {
                if (content.length > 0) {
                    content[random.nextInt(content.length)] = (byte) random.nextInt(256);
                }
            }
            case 6 -> Files.copy(file, folder.resolve("copy" + random.nextInt(1_000_000) + ".sql"));
            case 7 -> {
                Files.delete(file);
                Files.createSymbolicLink(file, random.nextBoolean() ? file : Path.of("/dev/null"));
                return;
            }
            default -> {
                Files.delete(file);
                Files.createDirectory(file);
                return;
            }
        }
        Files.write(file, content);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
