package dev.migrate.script;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.migrate.error.MigrateException;
import dev.migrate.operation.LexicalRules;
import dev.migrate.revision.Revision;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class JavaWriterTests {

    private static final Instant CREATED = Instant.parse("2026-01-28T14:30:00Z");

    private final Path folder;

    private final Path sources;

    JavaWriterTests(@TempDir Path folder) {
        this.folder = folder;
        this.sources = folder.resolve("src/main/java");
    }

    @Test
    void classSaysWhatItIsAndNothingElse() throws IOException {
        RevisionScript script = write("Add audio timestamps");

        assertThat(script.file()).isEqualTo(sources.resolve("com/example/revisions/AddAudioTimestamps.java"));
        assertThat(Files.readString(requireNonNull(script.file())))
                .startsWith("""
                package com.example.revisions;

                import dev.migrate.operation.Operations;
                import dev.migrate.script.JavaRevision;
                import dev.migrate.script.RevisionHeader;

                @RevisionHeader(
                        id = "b1",
                        revises = "a1",
                        message = "Add audio timestamps",
                        created = "2026-01-28T14:30:00Z")
                public class AddAudioTimestamps implements JavaRevision {
                """)
                .contains("    public void upgrade(Operations op) {}\n");
        assertThat(sources.resolve("com/example/revisions")).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void compiledClassIsLoadedAsWhatWasWritten() throws Exception {
        NewRevision revision = new NewRevision(
                "m1",
                List.of("a1", "a2"),
                "Join both",
                List.of("x", "y.z"),
                List.of("core"),
                CREATED,
                List.of(),
                List.of());

        RevisionScript written = JavaWriter.forPackage(sources, "com.example").write(revision);

        assertThat(compiled(written)).isEqualTo(written.revision());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "He said \"yes\"; System.exit(1); //",
                "two\nlines\r\nand \u2028 more",
                "*/ public class X {} /*",
                "\\u0022 + evil() + \\u0022",
                "\\\\u0022 \\\\\\u0022",
                "\\",
                "ends with \\",
                "\"",
                "\"\"\"",
                "%s %n %d {revision}",
                "\\n \\t \\0 \\777",
                "Größe naïve 文字 🚀",
                "文字",
                "2 tables",
                "class",
                "Override",
                "String",
                "Java revision",
                "operations",
                "$ _ -",
                "\u202e txt.evil",
                "a\u0000b"
            })
    void messagesOfAllKindsCompileToWhatTheySay(String message) throws Exception {
        RevisionScript written = write(message);

        assertThat(compiled(written).message()).isEqualTo(Printable.of(message));
    }

    @Test
    void messagesOfChanceCompileToWhatTheySay() throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        String alphabet = "\\\"'u0022{}%*/\n\r\t ;ab\u00e9";
        for (int i = 0; i < 20; i++) {
            StringBuilder message = new StringBuilder("m");
            for (int j = 0; j < 30; j++) {
                message.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            RevisionScript written = write(message.toString());
            assertThat(compiled(written).message()).as("seed %d", seed).isEqualTo(Printable.of(message.toString()));
        }
    }

    @Test
    void sameMessageTwiceMakesTwoClasses() {
        write("Add audio");

        assertThat(write("Add audio").file()).hasFileName("AddAudio_b1.java");
        assertThatExceptionOfType(MigrateException.class)
                .isThrownBy(() -> write("Add audio"))
                .withMessageEndingWith("AddAudio_b1.java exists already");
    }

    @Test
    void folderBelowTheSourcesTellsThePackage() throws IOException {
        Path below = sources.resolve("org/example/other");

        RevisionScript written = JavaWriter.forFolder(below).write(revision("Add audio"));

        assertThat(written.file()).isEqualTo(below.resolve("AddAudio.java"));
        assertThat(Files.readString(requireNonNull(written.file()))).startsWith("package org.example.other;\n");
    }

    @Test
    void folderElsewhereIsRefused() {
        for (Path other : List.of(folder, sources, folder.resolve("src/main/resources/db"))) {
            assertThatExceptionOfType(MigrateException.class)
                    .isThrownBy(() -> JavaWriter.forFolder(other))
                    .withMessageContaining("does not tell which package")
                    .satisfies(failure -> assertThat(failure.hint()).contains("src/main/java"));
        }
        assertThatExceptionOfType(MigrateException.class)
                .isThrownBy(() -> JavaWriter.forFolder(sources.resolve("my-app")))
                .withMessageContaining("'my-app' is no name of a package");
    }

    private RevisionScript write(String message) {
        return JavaWriter.forPackage(sources, "com.example.revisions").write(revision(message));
    }

    private static NewRevision revision(String message) {
        return new NewRevision("b1", List.of("a1"), message, List.of(), List.of(), CREATED, List.of(), List.of());
    }

    /** Compiles the file and loads what comes of it. */
    private Revision compiled(RevisionScript written) throws IOException {
        Path file = requireNonNull(written.file());
        ParsedScript parsed = CompiledSource.of(file, folder, new JavaScriptReader(LexicalRules.postgresql())::read);
        assertThat(parsed.problems()).isEmpty();
        Files.delete(file);
        RevisionScript script = requireNonNull(parsed.script());
        assertThat(script.checksum()).isEqualTo(written.checksum());
        assertThat(script.created()).isEqualTo(written.created());
        return script.revision();
    }
}
