package dev.migrate.script;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

import dev.migrate.operation.LexicalRules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** An outline says what looking into the scripts says, and reads no section before somebody asks for it. */
class OutlineTests {

    private static final LexicalRules RULES = LexicalRules.postgresql();

    private static final String BROKEN =
            "-- revision: b\n-- revises: a\n-- message: m\n-- migrate:upgrade\nSELECT 'open;\n";

    @Test
    void outlineSaysWhatTheWholeScriptsSay() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 300; round++) {
            List<FoundScripts.Content> contents = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                contents.add(content("r" + i, script(random, i)));
            }
            ScriptDirectory whole = found(contents).directory(RULES);
            ScriptDirectory outline = found(contents).outline(RULES);

            String as = "seed %d, round %d".formatted(seed, round);
            assertThat(outline.graph().revisions())
                    .as(as)
                    .isEqualTo(whole.graph().revisions());
            assertThat(outline.scripts()).as(as).isEqualTo(whole.scripts());
            assertThat(outline.nodeHash("r11")).as(as).isEqualTo(whole.nodeHash("r11"));
            assertThat(outline.hash()).as(as).isEqualTo(whole.hash());
        }
    }

    @Test
    void sectionsAreReadWhenSomebodyAsksForThem() {
        FoundScripts found = found(List.of(
                content("a", "-- revision: a\n-- message: m\n-- migrate:upgrade\nSELECT 1;\n"), content("b", BROKEN)));

        ScriptDirectory outline = found.outline(RULES);

        assertThat(outline.graph().heads()).containsExactly("b");
        assertThat(outline.script("a").upgrade().operations()).hasSize(1);
        assertThatThrownBy(outline.script("b")::upgrade)
                .isInstanceOfSatisfying(
                        InvalidScriptsException.class,
                        e -> assertThat(e.problems()).singleElement().satisfies(problem -> {
                            assertThat(problem.path()).isEqualTo("b.sql");
                            assertThat(problem.line()).isEqualTo(5);
                        }));
        assertThatThrownBy(() -> found.directory(RULES)).isInstanceOf(InvalidScriptsException.class);
    }

    @Test
    void brokenHeaderIsToldWithWhateverElseIsWrong() {
        FoundScripts found = found(List.of(content("a", "-- revision: a\n-- migrate:upgrade\n"), content("b", BROKEN)));
        found.lookAhead(RULES);

        assertThatThrownBy(() -> found.outline(RULES))
                .isInstanceOfSatisfying(InvalidScriptsException.class, e -> assertThat(e.problems())
                        .extracting(ScriptProblem::path)
                        .containsExactly("a.sql", "b.sql"));
    }

    @Test
    void whatWasLookedIntoWholeServesAsTheOutline() {
        FoundScripts found = found(List.of(content("a", "-- revision: a\n-- message: m\n-- migrate:upgrade\n")));

        ScriptDirectory whole = found.directory(RULES);

        assertThat(found.outline(RULES)).isSameAs(whole);
        assertThat(found.directory(RULES)).isSameAs(whole);
    }

    private static String script(Random random, int number) {
        List<String> header = new ArrayList<>(List.of("-- revision: r" + number, "-- message: Änderung " + number));
        if (number > 0) {
            header.add((random.nextBoolean() ? "-- revises: r" : "--revises:  r") + (number - 1));
        }
        maybe(random, header, "-- created: 2026-01-28T14:30:00Z");
        maybe(random, header, "-- labels: label" + number);
        if (random.nextBoolean()) {
            maybe(random, header, "-- requires-backfill: names, other");
            maybe(random, header, "-- some words\t");
            maybe(random, header, "-- migrating: is no marker");
            maybe(random, header, "/* a licence\n -- revision: of another */");
            maybe(random, header, " ; ");
        }
        maybe(random, header, "");
        Collections.shuffle(header, random);
        header.add("-- migrate:upgrade");
        header.add("-- labels: are none here");
        header.add("CREATE TABLE t" + number + " (id int);");
        header.add(
                random.nextBoolean() ? "-- migrate:downgrade\nDROP TABLE t;" : "-- migrate:irreversible no way back");
        String end = random.nextInt(4) == 0 ? "\r\n" : "\n";
        String text = String.join(end, header) + end;
        return random.nextInt(4) == 0 ? "\ufeff" + text : text;
    }

    private static void maybe(Random random, List<String> lines, String line) {
        if (random.nextInt(3) == 0) {
            lines.add(line);
        }
    }

    private static FoundScripts found(List<FoundScripts.Content> contents) {
        return new FoundScripts(contents, List.of(), List.of(), List.of());
    }

    private static FoundScripts.Content content(String name, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new FoundScripts.Content(new ScriptFile(name + ".sql", null, seen -> bytes), bytes);
    }
}
