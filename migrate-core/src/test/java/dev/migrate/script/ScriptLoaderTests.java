package dev.migrate.script;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.migrate.error.MigrateException;
import dev.migrate.revision.RevisionException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class ScriptLoaderTests {

    private final Path folder;

    private final Path revisions;

    ScriptLoaderTests(@TempDir Path folder) throws IOException {
        this.folder = folder;
        this.revisions = Files.createDirectories(folder.resolve("db/revisions"));
    }

    @Test
    void scriptsComeInTheOrderOfTheirPaths() throws IOException {
        write("b/y.sql", script("b1", "a1"));
        write("b.sql", script("c1", "b1"));
        write("a.SQL", script("a1", null));
        write("readme.txt", "no script");
        write("x.sql.bak", "no script");

        ScriptDirectory directory = load();

        assertThat(directory.scripts()).extracting(RevisionScript::id).containsExactly("a1", "c1", "b1");
        assertThat(directory.scripts())
                .extracting(script -> script.path().substring(shown().length()))
                .containsExactly("/a.SQL", "/b.sql", "/b/y.sql");
        assertThat(directory.script("b1").file()).isEqualTo(revisions.resolve("b/y.sql"));
        assertThat(directory.graph().heads()).containsExactly("c1");
        assertThat(directory.missingLocations()).isEmpty();
        assertThat(directory.isEmpty()).isFalse();
    }

    @Test
    void scriptOfAnUnknownRevisionIsRefused() throws IOException {
        write("a.sql", script("a1", null));

        assertThatExceptionOfType(RevisionException.class)
                .isThrownBy(() -> load().script("b1"))
                .withMessageContaining("Can't locate revision identified by 'b1'");
    }

    @Test
    void hiddenFilesAreLeftOut() throws IOException {
        write("a.sql", script("a1", null));
        write(".hidden.sql", "broken");
        write(".git/x.sql", "broken");

        assertThat(load().scripts()).hasSize(1);
    }

    @Test
    void sameFileReachedTwiceIsLoadedOnce() throws IOException {
        write("sub/a.sql", script("a1", null));
        write("b.sql", script("b1", "a1"));

        ScriptDirectory directory = new ScriptLoader(classPath())
                .load(List.of(
                        "classpath:db/revisions", "file:" + revisions.resolve("sub"), "classpath:/db/revisions/"));

        assertThat(directory.scripts())
                .extracting(RevisionScript::path)
                .containsExactly("db/revisions/b.sql", "db/revisions/sub/a.sql");
    }

    @Nested
    class Locations {

        @Test
        void missingOnesAreEmptyAndNamed() {
            ScriptDirectory directory = new ScriptLoader(classPath())
                    .load(List.of("classpath:nowhere", "file:" + folder.resolve("nowhere"), "classpath:db/revisions"));

            assertThat(directory.isEmpty()).isTrue();
            assertThat(directory.missingLocations())
                    .containsExactly("classpath:nowhere", "file:" + folder.resolve("nowhere"));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "https://example.org/x", "s3:x", "jar:file:/x!/y", "classpath*:db", "db/revisions", "",
                            "classpath:", "classpath:/",
                    "classpath:../x", "classpath:a/../b", "classpath:a//b", "classpath:db/**", "file:", "file: ",
                            "file://host/x", "file:\0",
                })
        void othersAreRefused(String location) {
            assertThatExceptionOfType(MigrateException.class)
                    .isThrownBy(() -> new ScriptLoader(classPath()).load(List.of(location)))
                    .satisfies(e -> assertThat(e.hint()).isNotBlank());
        }

        @Test
        void forgottenPrefixIsGuessed() {
            assertThatExceptionOfType(MigrateException.class)
                    .isThrownBy(() -> new ScriptLoader(classPath()).load(List.of("db/revisions")))
                    .satisfies(e -> assertThat(e.hint()).contains("Did you mean classpath:db/revisions?"));
        }

        @Test
        void pathsInTheFileSystemMayBeUris() throws IOException {
            write("a.sql", script("a1", null));

            ScriptDirectory directory = new ScriptLoader(classPath()).load(List.of("file://" + revisions + "/"));

            assertThat(directory.script("a1").path()).isEqualTo(revisions + "/a.sql");
        }
    }

    @Nested
    class Jars {

        @Test
        void scriptsOfAJarAreLoaded() throws IOException {
            Path jar = jar(
                    "db/",
                    "db/revisions/",
                    "db/revisions/sub/",
                    "db/revisions/sub/b.sql",
                    "db/revisions/a.sql",
                    "db/revisions/x.txt",
                    "db/revisions/.x/c.sql",
                    "db/revisions2/c.sql");
            try (URLClassLoader loader =
                    new URLClassLoader(new URL[] {jar.toUri().toURL()}, null)) {
                ScriptDirectory directory =
                        new ScriptLoader(loader).load(List.of("classpath:db/revisions", "classpath:db/revisions/sub"));

                assertThat(directory.scripts())
                        .extracting(RevisionScript::path)
                        .containsExactly("db/revisions/a.sql", "db/revisions/sub/b.sql");
                assertThat(directory.scripts()).extracting(RevisionScript::file).containsOnlyNulls();
            }
        }

        @Test
        void folderOfSeveralRootsIsLoadedFromAll() throws IOException {
            Path jar = jar("db/revisions/", "db/revisions/j.sql");
            write("a.sql", script("a1", null));
            URL[] urls = {folder.toUri().toURL(), jar.toUri().toURL()};
            try (URLClassLoader loader = new URLClassLoader(urls, null)) {
                assertThat(new ScriptLoader(loader)
                                .load(List.of("classpath:db/revisions"))
                                .scripts())
                        .extracting(RevisionScript::id)
                        .containsExactly("a1", "j");
            }
        }

        @Test
        void emptyFolderOfAJarIsNotMissing() throws IOException {
            Path jar = jar("db/revisions/");
            try (URLClassLoader loader =
                    new URLClassLoader(new URL[] {jar.toUri().toURL()}, null)) {
                assertThat(new ScriptLoader(loader)
                                .load(List.of("classpath:db/revisions"))
                                .missingLocations())
                        .isEmpty();
            }
        }

        private Path jar(String... entries) throws IOException {
            Path jar = folder.resolve("x y.jar");
            try (OutputStream stream = Files.newOutputStream(jar);
                    JarOutputStream output = new JarOutputStream(stream)) {
                for (String entry : entries) {
                    output.putNextEntry(new JarEntry(entry));
                    if (!entry.endsWith("/")) {
                        String id = entry.substring(entry.lastIndexOf('/') + 1, entry.lastIndexOf('.'));
                        output.write(script(id, null).getBytes(StandardCharsets.UTF_8));
                    }
                }
            }
            return jar;
        }
    }

    @Nested
    class SymbolicLinks {

        @Test
        void leadingOutAreRefused() throws IOException {
            Path outside = Files.createDirectories(folder.resolve("outside"));
            Files.writeString(outside.resolve("secret.sql"), script("s1", null));
            Files.createSymbolicLink(revisions.resolve("link.sql"), outside.resolve("secret.sql"));
            Files.createSymbolicLink(revisions.resolve("folder"), outside);
            Files.createSymbolicLink(revisions.resolve("readme"), outside.resolve("nothing"));

            assertThat(problems())
                    .containsExactly(
                            shown() + "/folder:1: The symbolic link leads out of the folder of revisions",
                            shown() + "/link.sql:1: The symbolic link leads out of the folder of revisions");
        }

        @Test
        void stayingInsideAreFollowedOnce() throws IOException {
            write("..data/a.sql", script("a1", null));
            write("b.sql", script("b1", "a1"));
            Files.createSymbolicLink(revisions.resolve("a.sql"), Path.of("..data/a.sql"));
            Files.createSymbolicLink(revisions.resolve("c.sql"), Path.of("b.sql"));
            Files.createSymbolicLink(revisions.resolve("loop"), Path.of("."));

            assertThat(load().scripts())
                    .extracting(script -> script.path().substring(shown().length()))
                    .containsExactly("/a.sql", "/b.sql");
        }

        @Test
        void amongThousandsOfFilesAreFollowedOnce() throws IOException {
            int count = 2_500;
            for (int i = 0; i < count; i++) {
                write("%04d.sql".formatted(i), script("a%04d".formatted(i), i == 0 ? null : "a%04d".formatted(i - 1)));
            }
            Files.createSymbolicLink(revisions.resolve("1500b.sql"), Path.of("0001.sql"));

            assertThat(load().scripts())
                    .extracting(RevisionScript::id)
                    .containsExactlyElementsOf(IntStream.range(0, count)
                            .mapToObj("a%04d"::formatted)
                            .toList());
        }

        @Test
        void leadingNowhereAreProblems() throws IOException {
            Files.createSymbolicLink(revisions.resolve("a.sql"), Path.of("missing.sql"));

            assertThat(problems()).containsExactly(shown() + "/a.sql:1: The file cannot be read");
        }

        @Test
        void rootItselfMayBeOne() throws IOException {
            write("a.sql", script("a1", null));
            Path link = Files.createSymbolicLink(folder.resolve("link"), revisions);

            assertThat(new ScriptLoader(classPath())
                            .load(List.of("file:" + link))
                            .scripts())
                    .extracting(RevisionScript::path)
                    .containsExactly(link + "/a.sql");
        }
    }

    @Nested
    class Problems {

        @Test
        void allOfAllFilesAndOfTheGraphComeAtOnce() throws IOException {
            write("a.sql", script("a1", "nowhere"));
            write("b.sql", "-- revision: b1\n-- message: m\n-- migrate:upgrade\nCOMMIT;\nSELECT 'x");
            write("c.sql", "-- revises: a1\n-- migrate:upgrade\n");
            write("d.sql", script("a1", null));
            write("e.sql", script("e1", "b1"));

            InvalidScriptsException exception =
                    catchThrowableOfType(InvalidScriptsException.class, ScriptLoaderTests.this::load);

            assertThat(exception).hasMessage("6 problems in the revision scripts");
            assertThat(exception.hint()).isEqualTo("Nothing was run. Correct the scripts and start again.");
            assertThat(exception.problems())
                    .extracting(ScriptProblem::toString)
                    .containsExactly(
                            shown() + "/a.sql:1: Revision nowhere referenced from a1 is not present",
                            shown() + "/b.sql:4: COMMIT cannot be run",
                            shown() + "/b.sql:5: The string that opens here is never closed",
                            shown() + "/c.sql:1: The header has no message",
                            shown() + "/c.sql:1: The header has no line `-- revision: <id>`",
                            shown() + "/d.sql:1: Revision a1 is present more than once, also in " + shown() + "/a.sql");
            assertThat(exception.details())
                    .startsWith(
                            shown() + "/a.sql:1: Revision nowhere referenced from a1 is not present",
                            "  Add the missing script, or correct 'revises' of a1.");
        }

        @Test
        void oneIsCountedAsOne() throws IOException {
            write("a.sql", script("a1", "nowhere"));

            assertThatExceptionOfType(InvalidScriptsException.class)
                    .isThrownBy(ScriptLoaderTests.this::load)
                    .withMessage("1 problem in the revision scripts");
        }

        @Test
        void folderNamedLikeAScriptIsOne() throws IOException {
            Files.createDirectories(revisions.resolve("a.sql"));

            assertThat(problems()).containsExactly(shown() + "/a.sql:1: The file cannot be read");
        }
    }

    @Test
    void nodeHashChangesWithEverythingBelow() throws IOException {
        write("a.sql", script("a1", null));
        write("b.sql", script("b1", "a1"));
        write("c.sql", script("c1", "b1"));
        write("d.sql", script("d1", "a1"));
        ScriptDirectory before = load();

        write("b.sql", script("b1", "a1") + "SELECT 2;\n");
        ScriptDirectory after = load();

        assertThat(after.nodeHash("a1")).isEqualTo(before.nodeHash("a1")).matches("[0-9a-f]{64}");
        assertThat(after.nodeHash("d1")).isEqualTo(before.nodeHash("d1"));
        assertThat(after.nodeHash("b1")).isNotEqualTo(before.nodeHash("b1"));
        assertThat(after.nodeHash("c1")).isNotEqualTo(before.nodeHash("c1"));
        assertThat(after.script("c1").checksum()).isEqualTo(before.script("c1").checksum());
    }

    @Test
    void directoryCanBeMadeOfScriptsAtHand() throws IOException {
        write("a.sql", script("a1", null));
        List<RevisionScript> scripts = load().scripts();

        assertThat(ScriptDirectory.of(scripts).scripts()).isEqualTo(scripts);
        assertThatExceptionOfType(InvalidScriptsException.class)
                .isThrownBy(() -> ScriptDirectory.of(List.of(scripts.get(0), scripts.get(0))));
    }

    private ScriptDirectory load() {
        return new ScriptLoader(classPath()).load(List.of("file:" + revisions));
    }

    private List<String> problems() {
        InvalidScriptsException exception = catchThrowableOfType(InvalidScriptsException.class, this::load);
        return exception.problems().stream().map(ScriptProblem::toString).toList();
    }

    private String shown() {
        return revisions.toString();
    }

    private URLClassLoader classPath() {
        try {
            return new URLClassLoader(new URL[] {folder.toUri().toURL()}, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(String file, String content) throws IOException {
        Path path = revisions.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, content);
    }

    private static String script(String id, @Nullable String revises) {
        return "-- revision: " + id + "\n" + (revises == null ? "" : "-- revises: " + revises + "\n")
                + "-- message: Message of " + id + "\n\n-- migrate:upgrade\nSELECT 1;\n";
    }
}
