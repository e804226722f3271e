package dev.migrate.backfill;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.migrate.dialect.Dialect;
import dev.migrate.dialect.Dialects;
import dev.migrate.operation.LexicalRules;
import dev.migrate.run.HeldBack;
import dev.migrate.script.BackfillScript;
import dev.migrate.script.BackfillScripts;
import dev.migrate.testing.JavaExamples;
import dev.migrate.testing.ReferencePage;

import static org.assertj.core.api.Assertions.assertThat;

/** Holds {@code docs/reference/backfills.md} against what a backfill does. */
class BackfillReferenceTests {

    private final ReferencePage page = ReferencePage.read("backfills.md");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void statesAreThoseThatThereAre() {
        List<String> states = page.section("States").table().stream()
                .skip(1)
                .map(row -> row.get(0))
                .toList();
        assertThat(states)
                .containsExactlyElementsOf(Stream.of(BackfillState.values())
                        .map(state -> "`" + state + "`")
                        .toList());
    }

    @Test
    void keysAreOfTheTypesThatAreNamed() {
        String named = page.section("A backfill in a file")
                .read()
                .replaceFirst(".* NOT NULL, and of type ([^.]*)\\. .*", "$1")
                .replace("`varchar`", "`character varying`");

        assertThat(named.replace("`", "").split(", | or ")).containsExactlyInAnyOrderElementsOf(KeyReader.TYPES);
    }

    @Test
    void theFileIsABackfillAndTheClassCompiles() throws IOException {
        Files.writeString(folder.resolve("any.sql"), block("sql"));
        List<BackfillScript> scripts = new BackfillScripts(
                        BackfillReferenceTests.class.getClassLoader(), LexicalRules.postgresql())
                .load(List.of("file:" + folder));
        assertThat(scripts).singleElement().satisfies(script -> {
            assertThat(script.name()).isEqualTo("message-tokens");
            assertThat(script.key()).containsExactly("id");
        });

        Path source = folder.resolve("MessageTokens.java");
        Files.writeString(source, "import dev.migrate.backfill.*;\n" + block("java"));
        JavaExamples.compile(source);
    }

    @Test
    void sizesAndPatienceAreThoseOfTheCode() {
        BackfillSettings settings = BackfillSettings.defaults();
        BatchSize size = new BatchSize(settings, 1000);
        size.took(1000, settings.batchTime().multipliedBy(2));
        assertThat(size.rows()).isEqualTo(500);
        size.took(500, Duration.ofMillis(1));
        assertThat(size.rows()).isEqualTo(750);

        assertThat(settings.statementTimeout()).isEqualTo(settings.batchTime().multipliedBy(10));
        assertThat(page.read())
                .contains("by half down and by half up")
                .contains("A statement that takes ten times as long is cancelled");
    }

    @Test
    void tablesAndDatabasesAreNamed() {
        assertThat(page.read())
                .contains("the tables `" + BackfillControl.TABLE + "` and `" + BackfillControl.RANGES + "` are created")
                .contains("PostgreSQL only; other databases refuse it");
        assertThat(Dialects.builtIn().stream().filter(Dialect::sharesBackfills).map(Dialect::name))
                .containsExactly("PostgreSQL");
    }

    @Test
    void whatUpgradePrintsIsWhatItSays() {
        HeldBack held = new HeldBack("bbfa55ebcab7", "message-tokens", "is RUNNING at 41 %");

        assertThat(page.text())
                .contains("\nHELD BACK: " + held.message() + ".\n")
                .contains("\n  Hint: " + held.hint() + "\n");
    }

    private String block(String language) {
        int start = page.text().indexOf("```" + language.toLowerCase(Locale.ROOT) + "\n") + language.length() + 4;
        return page.text().substring(start, page.text().indexOf("```", start));
    }
}
