package dev.migrate.script;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static dev.migrate.script.ParsedTexts.parse;
import static dev.migrate.script.ParsedTexts.parsed;
import static dev.migrate.script.ParsedTexts.problems;
import static org.assertj.core.api.Assertions.assertThat;

class HeaderReaderTests {

    private static final String HEADER = "-- revision: a1\n-- message: m\n";

    @Test
    void baseHasNoParentsAndAMergeSeveral() {
        assertThat(parse(HEADER + "-- migrate:upgrade").revision().revises()).isEmpty();
        assertThat(parse(HEADER + "-- revises:\n-- migrate:upgrade").revision().revises())
                .isEmpty();
        assertThat(parse(HEADER + "--revises: b , c,d\n-- migrate:upgrade")
                        .revision()
                        .revises())
                .containsExactly("b", "c", "d");
    }

    @Test
    void otherCommentsAreTheDescription() {
        RevisionScript script = parse("""
                --
                -- revision: a1
                -- Phase 2 needs these.
                --   - one: indented
                --
                -- message: m
                -- See https://example.org/x

                -- Last \u001b[31mparagraph.
                /* a licence */
                -- migrate:upgrade
                -- not this
                """);

        assertThat(script.description())
                .isEqualTo(
                        "Phase 2 needs these.\n  - one: indented\n\n\nSee https://example.org/x\n\nLast [31mparagraph.");
        assertThat(script.headerLine()).isEqualTo(2);
    }

    @Test
    void missingIdAndMessageAreBothReported() {
        assertThat(problems("-- migrate:upgrade"))
                .containsExactly(
                        "db/x.sql:1: The header has no message",
                        "db/x.sql:1: The header has no line `-- revision: <id>`");
        assertThat(problems("")).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({
        "revise, revises",
        "Revision, revision",
        "revison, revision",
        "mesage, message",
        "depends_on, depends-on",
        "Depends On, depends-on",
        "label, labels",
        "creatd, created",
    })
    void nearMissOfAKeyIsAProblem(String written, String meant) {
        List<ScriptProblem> problems = parsed("-- " + written + ": x\n" + HEADER + "-- migrate:upgrade")
                .problems();

        assertThat(problems.get(0).line()).isEqualTo(1);
        assertThat(problems.get(0).hint()).isEqualTo("Did you mean `-- " + meant + ": …`?");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Note: this is slow", "tables: users", "see http://x", "http://x", "a: b", "TODO later: x", ": x"
            })
    void commentWithAColonIsNoHeaderLine(String comment) {
        assertThat(parse("-- " + comment + "\n" + HEADER + "-- migrate:upgrade").description())
                .isEqualTo(comment);
    }

    @Test
    void headerLineThatStandsTwiceIsAProblem() {
        assertThat(problems(HEADER + "-- message: n\n-- migrate:upgrade"))
                .containsExactly("db/x.sql:3: The header line `message` stands here a second time");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "a-b", "a.b", "../a", "ä", "a@head", "a'b", ""})
    void malformedIdIsAProblem(String id) {
        assertThat(problems("-- revision: " + id + "\n-- message: m\n-- migrate:upgrade"))
                .singleElement()
                .asString()
                .startsWith("db/x.sql:1: ");
    }

    @Test
    void baseNeedsNoWordForItsParent() {
        assertThat(parsed(HEADER + "-- revises: <base>\n-- migrate:upgrade").problems())
                .extracting(ScriptProblem::hint)
                .containsExactly("Leave `revises` out: a revision without it comes first.");
        assertThat(parsed(HEADER + "-- depends-on: <base>\n-- migrate:upgrade").problems())
                .extracting(ScriptProblem::hint)
                .containsExactly("Letters, digits and underscores, and dots in a label are allowed.");
    }

    @Test
    void lengthOfAnIdIsLimited() {
        assertThat(problems("-- revision: " + "a".repeat(65) + "\n-- message: m\n-- migrate:upgrade"))
                .singleElement()
                .asString()
                .endsWith("is 65 characters long; 64 are allowed");
        assertThat(parse("-- revision: " + "a".repeat(64) + "\n-- message: m\n-- migrate:upgrade")
                        .id())
                .hasSize(64);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"revises: a,,b", "revises: a,", "revises: a.b", "labels: a b", "depends-on: a-b", "labels: a, a"
            })
    void malformedListIsAProblem(String line) {
        assertThat(problems(HEADER + "-- " + line + "\n-- migrate:upgrade"))
                .singleElement()
                .asString()
                .startsWith("db/x.sql:3: ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"yesterday", "2026-01-28", "2026-13-28T14:30:00Z", "2026-01-28T14:30:0aZ", "2026 01-28T14:30:00Z"
            })
    void malformedInstantIsAProblem(String created) {
        assertThat(problems(HEADER + "-- created: " + created + "\n-- migrate:upgrade"))
                .containsExactly("db/x.sql:3: `created` is not an instant");
    }

    @Test
    void instantMayHaveFractionsOrAnOffset() {
        assertThat(parse(HEADER + "-- created: 2026-01-28T14:30:00.5+01:00\n-- migrate:upgrade")
                        .created())
                .isEqualTo(Instant.parse("2026-01-28T13:30:00.5Z"));
    }

    @Test
    void controlCharactersInTheMessageAreRefused() {
        assertThat(problems("-- revision: a\n-- message: a\u001b[31mb\n-- migrate:upgrade"))
                .containsExactly("db/x.sql:2: The message holds control characters");
    }
}
