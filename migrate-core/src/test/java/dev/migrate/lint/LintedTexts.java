package dev.migrate.lint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import dev.migrate.lint.effect.StatementKinds;
import dev.migrate.lint.rule.ServerFacts;
import dev.migrate.operation.LexicalRules;
import dev.migrate.script.ScriptDirectory;
import dev.migrate.script.ScriptLoader;

/** Makes a directory of the world of the samples and one revision behind it. */
public final class LintedTexts {

    /** The id of the revision behind the world. */
    public static final String REVISION = "aaaaaaaaaaaa";

    private LintedTexts() {}

    /** Returns the scripts: the world, and a revision with this header and these sections. */
    public static ScriptDirectory directory(Path folder, String header, String sections) {
        write(
                folder.resolve("1_world.sql"),
                "-- revision: 000000000001\n-- message: World\n\n-- migrate:upgrade\n"
                        + String.join(";\n", StatementKinds.world()) + ";\n");
        write(
                folder.resolve("2_change.sql"),
                "-- revision: " + REVISION + "\n-- revises: 000000000001\n-- message: Change\n" + header + "\n"
                        + sections);
        return new ScriptLoader(LintedTexts.class.getClassLoader())
                .find(List.of("file:" + folder), List.of())
                .directory(LexicalRules.postgresql());
    }

    /** Lints the revision behind the world. */
    public static LintReport lint(ScriptDirectory scripts, LintSettings settings, ServerFacts server) {
        return new Linter(settings, List.of()).lint(scripts, List.of(REVISION), server);
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
