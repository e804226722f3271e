package dev.migrate.script;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

import dev.migrate.operation.LexicalRules;

import static org.assertj.core.api.Assertions.assertThat;

class ScriptFuzzTests {

    private static final String SEED = """
            -- revision: 7fa95b5a0eb7
            -- revises: ce9ec48516b9, b
            -- message: Add späker_events
            -- created: 2026-01-28T14:30:00Z
            -- labels: meetings
            -- depends-on: a1b2c3d4e5f6
            -- A description: with text.

            -- migrate:upgrade transaction=false
            CREATE TABLE a (b text DEFAULT 'x;''y', "c;" int); /* a /* b */ */
            CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT CASE WHEN true THEN E'\\'' END; END;
            DO $do$ BEGIN PERFORM ';'; END $do$;
            REINDEX (CONCURRENTLY false) TABLE a;
            ALTER SUBSCRIPTION s SET PUBLICATION p WITH (refresh = false);
            COPY a FROM stdin;
            1\t2
            \\.
            -- migrate:downgrade
            DROP TABLE a;
            """;

    private static final List<String> SNIPPETS = List.of(
            "'",
            "\"",
            "$$",
            "$a$",
            "/*",
            "*/",
            "--",
            "\n",
            "\r",
            "\0",
            "\\",
            "(",
            ")",
            ";",
            "E'",
            "-- migrate:",
            "-- migrate:upgrade\n",
            "\n-- migrate:irreversible x\n",
            "BEGIN ATOMIC ",
            "CASE ",
            "END ",
            "CONCURRENTLY ",
            ":",
            "-- revision: ",
            ",",
            "\ufeff",
            "\ud83d\ude80",
            "=",
            "COPY a FROM stdin;",
            "ALTER ",
            "CREATE ",
            "REINDEX (",
            "\u0085",
            "transaction=");

    private final long seed = System.nanoTime();

    private final Random random = new Random(seed);

    private final SqlScriptParser parser = new SqlScriptParser(LexicalRules.postgresql());

    @Test
    void randomBytesGiveProblemsAndNoException() {
        for (int round = 0; round < 3_000; round++) {
            byte[] content = new byte[random.nextInt(200)];
            random.nextBytes(content);
            parse(content);
        }
    }

    @Test
    void everyTruncationGivesProblemsOrAScript() {
        byte[] content = SEED.getBytes(StandardCharsets.UTF_8);
        for (int length = 0; length <= content.length; length++) {
            parse(Arrays.copyOf(content, length));
        }
    }

    @Test
    void mutationsGiveProblemsOrAScript() {
        for (int round = 0; round < 20_000; round++) {
            StringBuilder text = new StringBuilder(SEED);
            for (int i = random.nextInt(4); i >= 0; i--) {
                mutate(text);
            }
            parse(text.toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void outlineSaysOfEveryScriptWhatItSays() {
        List<LexicalRules> all =
                List.of(LexicalRules.postgresql(), LexicalRules.mariadb(), LexicalRules.sqlite(), LexicalRules.h2());
        String right = SEED.substring(0, SEED.indexOf("CREATE")) + "SELECT 1;\n";
        int scripts = 0;
        for (int round = 0; round < 20_000; round++) {
            StringBuilder text = new StringBuilder(right);
            for (int i = random.nextInt(3); i >= 0; i--) {
                mutate(text);
            }
            byte[] content = text.toString().getBytes(StandardCharsets.UTF_8);
            SqlScriptParser either = new SqlScriptParser(all.get(round % all.size()));
            RevisionScript whole = either.parse("x.sql", null, content).script();
            if (whole != null) {
                assertThat(either.outline("x.sql", null, content).script())
                        .as("seed %d, %s", seed, text)
                        .isEqualTo(whole);
                scripts++;
            }
        }
        assertThat(scripts).as("seed %d", seed).isGreaterThan(1_000);
    }

    private void mutate(StringBuilder text) {
        int at = random.nextInt(text.length() + 1);
        switch (random.nextInt(3)) {
            case 0 -> text.insert(at, SqlSamples.pick(SNIPPETS, random));
            case 1 -> text.delete(at, Math.min(text.length(), at + random.nextInt(30)));
            default -> {
                int from = random.nextInt(text.length() + 1);
                text.insert(at, text.substring(from, Math.min(text.length(), from + random.nextInt(80))));
            }
        }
    }

    private void parse(byte[] content) {
        long start = System.nanoTime();
        try {
            ParsedScript parsed = parser.parse("x.sql", null, content);
            assertThat(parsed.script() == null).isEqualTo(!parsed.problems().isEmpty());
            long lines = 1
                    + new String(content, StandardCharsets.ISO_8859_1)
                            .chars()
                            .filter(c -> c == '\n' || c == '\r')
                            .count();
            assertThat(parsed.problems())
                    .allSatisfy(problem -> assertThat((long) problem.line()).isBetween(1L, lines));
        } catch (RuntimeException | AssertionError e) {
            throw new AssertionError("seed " + seed + ", content " + Arrays.toString(content), e);
        }
        assertThat(System.nanoTime() - start).as("seed %d, nanoseconds", seed).isLessThan(1_000_000_000L);
    }
}
