package dev.migrate.script;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.migrate.operation.ExecuteSql;
import dev.migrate.operation.LexicalRules;
import dev.migrate.revision.Revision;

import static dev.migrate.script.ParsedTexts.parse;
import static dev.migrate.script.ParsedTexts.parsed;
import static dev.migrate.script.ParsedTexts.problems;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class SqlScriptParserTests {

    private static final String FULL = """
            -- revision: 7fa95b5a0eb7
            -- revises: ce9ec48516b9
            -- message: Add speaker_events table for Phase 2
            -- created: 2026-01-28T14:30:00Z
            -- labels: meetings
            -- depends-on: a1b2c3d4e5f6, team.billing

            -- migrate:upgrade
            CREATE TABLE speaker_events (id serial PRIMARY KEY);
            CREATE INDEX ON speaker_events (id);

            -- migrate:downgrade
            DROP TABLE speaker_events;
            """;

    private static final String HEADER = "-- revision: a1\n-- message: m\n";

    @Test
    void wholeScriptIsRead() {
        RevisionScript script = parse(FULL);

        assertThat(script.revision())
                .isEqualTo(new Revision(
                        "7fa95b5a0eb7",
                        List.of("ce9ec48516b9"),
                        List.of("a1b2c3d4e5f6", "team.billing"),
                        List.of("meetings"),
                        "Add speaker_events table for Phase 2"));
        assertThat(script.created()).isEqualTo(Instant.parse("2026-01-28T14:30:00Z"));
        assertThat(script.path()).isEqualTo("db/x.sql");
        assertThat(script.headerLine()).isEqualTo(1);
        assertThat(script.description()).isEmpty();
        assertThat(script.irreversible()).isNull();
        assertThat(script.kind()).isEqualTo(ScriptKind.SQL);
        assertThat(script.checksum()).matches("[0-9a-f]{64}");
        assertThat(script.upgrade())
                .isEqualTo(new Section(
                        List.of(
                                new ExecuteSql("CREATE TABLE speaker_events (id serial PRIMARY KEY)", 9),
                                new ExecuteSql("CREATE INDEX ON speaker_events (id)", 10)),
                        true));
        assertThat(script.downgrade())
                .isEqualTo(new Section(List.of(new ExecuteSql("DROP TABLE speaker_events", 13)), true));
    }

    @Nested
    class Encoding {

        @Test
        void lineEndingsAndByteOrderMarkChangeNothing() {
            RevisionScript script = parse("\ufeff" + FULL.replace("\n", "\r\n"));

            assertThat(script).isEqualTo(parse(FULL));
        }

        @Test
        void contentChangesTheChecksum() {
            assertThat(parse(FULL + "\n").checksum()).isNotEqualTo(parse(FULL).checksum());
        }

        @Test
        void textBeyondAsciiIsKept() {
            String sql = "SELECT 'Zürich 東京 🚀 \ufffd'";

            assertThat(parse(HEADER + "-- migrate:upgrade\n" + sql).upgrade().operations())
                    .containsExactly(new ExecuteSql(sql, 4));
        }

        @Test
        void invalidUtf8IsReportedWithItsPlace() {
            byte[] content = (HEADER + "-- migrate:upgrade\nSELECT '\u00ff';").getBytes(StandardCharsets.ISO_8859_1);

            assertThat(new SqlScriptParser(LexicalRules.postgresql())
                            .parse("db/x.sql", null, content)
                            .problems())
                    .extracting(ScriptProblem::line, ScriptProblem::message)
                    .containsExactly(tuple(4, "Byte 57 of the file is not UTF-8"));
        }

        @Test
        void nulIsRefused() {
            assertThat(problems(HEADER + "-- migrate:upgrade\nSELECT '\0';"))
                    .containsExactly("db/x.sql:4: There is a NUL character");
        }
    }

    @Nested
    class Sections {

        @Test
        void withoutADowngradeThereIsNone() {
            RevisionScript script = parse(HEADER + "-- migrate:upgrade\nSELECT 1;");

            assertThat(script.downgrade()).isNull();
            assertThat(script.irreversible()).isNull();
        }

        @Test
        void emptyDowngradeIsDeliberate() {
            assertThat(parse(HEADER + "-- migrate:upgrade\nSELECT 1;\n-- migrate:downgrade\n-- nothing\n")
                            .downgrade())
                    .isEqualTo(new Section(List.of(), true));
        }

        @Test
        void irreversibleSaysWhy() {
            RevisionScript script = parse(HEADER + "-- migrate:upgrade\n-- migrate:irreversible  the data is gone \n");

            assertThat(script.irreversible()).isEqualTo("the data is gone");
            assertThat(script.downgrade()).isNull();
        }

        @Test
        void irreversibleWithoutReasonIsAProblem() {
            assertThat(problems(HEADER + "-- migrate:upgrade\n-- migrate:irreversible\n"))
                    .containsExactly("db/x.sql:4: `-- migrate:irreversible` does not say why");
        }

        @Test
        void irreversibleHasNoStatementsAndNoDowngradeBesideIt() {
            assertThat(problems(HEADER
                            + "-- migrate:upgrade\n-- migrate:irreversible x\nSELECT 1;\n-- migrate:downgrade\n"))
                    .containsExactly(
                            "db/x.sql:5: There is SQL behind `-- migrate:irreversible`",
                            "db/x.sql:6: A script has either a downgrade section or `-- migrate:irreversible`");
        }

        @Test
        void missingUpgradeIsAProblem() {
            assertThat(problems(HEADER)).containsExactly("db/x.sql:1: There is no upgrade section");
        }

        @Test
        void sqlBeforeTheFirstMarkerIsAProblem() {
            assertThat(problems(HEADER + "SELECT 1; SELECT 2;\n-- migrate:upgrade\n"))
                    .containsExactly("db/x.sql:3: There is SQL before the first section marker");
        }

        @ParameterizedTest
        @ValueSource(strings = {"upgrade", "downgrade", "irreversible x"})
        void sectionThatStandsTwiceIsAProblem(String section) {
            String text = HEADER + "-- migrate:upgrade\n-- migrate:" + section + "\n-- migrate:" + section + "\n";

            assertThat(problems(text)).last().asString().contains("stands here a second time");
        }

        @ParameterizedTest
        @ValueSource(strings = {"-- migrate:upgrad", "-- migrate:Upgrade", "-- Migrate:upgrade", "--migrate:up-grade"})
        void nearMissOfAMarkerIsAProblem(String marker) {
            assertThat(parsed(HEADER + marker + "\nSELECT 1;\n").problems())
                    .singleElement()
                    .satisfies(problem -> assertThat(problem.line()).isEqualTo(3))
                    .satisfies(problem -> assertThat(problem.hint()).isEqualTo("Did you mean `-- migrate:upgrade`?"));
        }

        @Test
        void unknownMarkerIsAProblem() {
            assertThat(problems(HEADER + "-- migrate:upgrade\n-- migrate:sideways\n"))
                    .containsExactly("db/x.sql:4: `-- migrate:sideways` is not a section marker");
        }

        @Test
        void markerStandsOnALineOfItsOwn() {
            assertThat(problems(HEADER + "-- migrate:upgrade\nSELECT 1; -- migrate:downgrade\n"))
                    .containsExactly("db/x.sql:4: A section marker needs a line of its own");
            assertThat(parse(HEADER + "  --\tmigrate:upgrade\n").upgrade().operations())
                    .isEmpty();
        }

        @Test
        void markerInsideAQuoteOrABlockCommentIsNone() {
            String body =
                    "SELECT '\n-- migrate:downgrade\n';\nSELECT $$\n-- migrate:downgrade\n$$;\n/*\n-- migrate:downgrade\n*/\n";

            RevisionScript script = parse(HEADER + "-- migrate:upgrade\n" + body);

            assertThat(script.upgrade().operations()).hasSize(2);
            assertThat(script.downgrade()).isNull();
        }

        @Test
        void markerEndsAStatementWithoutSemicolon() {
            RevisionScript script = parse(HEADER + "-- migrate:upgrade\nSELECT 1\n-- migrate:downgrade\nSELECT 2");

            assertThat(script.upgrade().operations()).containsExactly(new ExecuteSql("SELECT 1", 4));
            assertThat(requireNonNull(script.downgrade()).operations()).containsExactly(new ExecuteSql("SELECT 2", 6));
        }

        @Test
        void openQuoteHidesTheRestWithoutFurtherProblems() {
            assertThat(problems(
                            "-- revision: a\n-- message: m\n-- migrate:downgrade\nSELECT 'x;\n-- migrate:upgrade\n"))
                    .containsExactly("db/x.sql:4: The string that opens here is never closed");
        }
    }

    @Nested
    class Transactions {

        @Test
        void sectionOfRefusedStatementsIsNonTransactionalByItself() {
            RevisionScript script = parse(HEADER
                    + "-- migrate:upgrade\nCREATE INDEX CONCURRENTLY i ON t (a);\n-- migrate:downgrade\nDROP INDEX i;");

            assertThat(script.upgrade().transactional()).isFalse();
            assertThat(requireNonNull(script.downgrade()).transactional()).isTrue();
        }

        @Test
        void mixtureIsAProblem() {
            List<ScriptProblem> problems = parsed(
                            HEADER + "-- migrate:upgrade\nSELECT 1;\nVACUUM t;\nCREATE INDEX CONCURRENTLY i ON t (a);")
                    .problems();

            assertThat(problems).extracting(ScriptProblem::line).containsExactly(5);
            assertThat(problems.get(0).hint()).startsWith("Split the revision");
        }

        @Test
        void optionTakesASectionOutOfTheTransaction() {
            assertThat(parse(HEADER + "-- migrate:upgrade transaction=false\nSELECT 1;\nVACUUM t;")
                            .upgrade()
                            .transactional())
                    .isFalse();
        }

        @Test
        void optionCannotForceARefusedStatementIntoATransaction() {
            assertThat(problems(HEADER + "-- migrate:upgrade transaction=true\nVACUUM t;"))
                    .singleElement()
                    .asString()
                    .startsWith("db/x.sql:4: PostgreSQL refuses this statement");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "transaction",
                    "transaction=no",
                    "transaktion=false",
                    "transaction=true transaction=true",
                    "x"
                })
        void unknownOptionIsAProblem(String option) {
            assertThat(problems(HEADER + "-- migrate:upgrade " + option + "\n"))
                    .singleElement()
                    .asString()
                    .startsWith("db/x.sql:3: ");
        }
    }
}
