package dev.migrate.lint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import dev.migrate.lint.effect.StatementKinds;
import dev.migrate.lint.rule.ServerFacts;
import dev.migrate.lint.statement.Ddl;
import dev.migrate.lint.statement.Recognizer;
import dev.migrate.operation.ExecuteSql;
import dev.migrate.operation.Operation;
import dev.migrate.revision.Revision;
import dev.migrate.script.RevisionScript;
import dev.migrate.script.ScriptBody;
import dev.migrate.script.ScriptDirectory;
import dev.migrate.script.ScriptHeader;
import dev.migrate.script.ScriptKind;
import dev.migrate.script.ScriptOrigin;
import dev.migrate.script.Section;

import static org.assertj.core.api.Assertions.assertThat;

/** Gives lint what nobody writes; the system property {@code migrate.lint.mutants} says how often. */
class LintFuzzTests {

    private static final int MUTANTS = Integer.getInteger("migrate.lint.mutants", 3_000);

    private static final List<String> SNIPPETS = List.of(
            "(",
            ")",
            ",",
            "'",
            "\"",
            "$$",
            "/*",
            "*/",
            "--\n",
            ";",
            "::",
            ".",
            "[",
            "]",
            "=",
            "\0",
            "\ud83d\ude80",
            " ",
            " CONCURRENTLY ",
            " NOT ",
            " NULL ",
            " VALID ",
            " CONSTRAINT ",
            " PARTITION ",
            " DEFAULT ",
            " ADD ",
            " DROP ",
            " ALTER ",
            " COLUMN ",
            " USING ",
            " WITH ",
            " AS ",
            " ON ",
            " ONLY ",
            " IF EXISTS ",
            " CHECK (",
            " GENERATED ",
            " AND ",
            " (((((((( ",
            " SET ",
            " TYPE ",
            " 0 ",
            " \"\" ",
            " E'\\",
            " U&\"",
            "\n");

    private final long seed = System.nanoTime();

    private final Random random = new Random(seed);

    @Test
    void noMutantMakesLintFailOrTakeLong() {
        List<String> texts = texts();
        for (int i = 0; i < MUTANTS; i++) {
            String mutant = mutant(texts);
            long start = System.nanoTime();
            try {
                lint(List.of(new ExecuteSql(texts.get(random.nextInt(texts.size())), 1), new ExecuteSql(mutant, 2)));
            } catch (RuntimeException | StackOverflowError e) {
                throw new AssertionError("seed " + seed + ": " + mutant, e);
            }
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .as("seed %d: %s", seed, mutant)
                    .isLessThan(Duration.ofSeconds(1));
        }
    }

    @Test
    void thousandsOfStatementsTakeNoTime() {
        List<Operation> many = new ArrayList<>();
        IntStream.range(0, 3_000)
                .forEach(i -> many.add(new ExecuteSql("ALTER TABLE t" + i % 50 + " ADD COLUMN c" + i + " integer", i)));
        long start = System.nanoTime();
        lint(many);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void nothingIsTooDeepOrTooLong() {
        List<String> texts = List.of(
                "ALTER TABLE t ADD CONSTRAINT c CHECK (" + "(".repeat(100_000) + ")".repeat(100_000) + ")",
                "ALTER TABLE t ADD CONSTRAINT c CHECK (" + "(".repeat(9_000) + "a" + ")".repeat(9_000) + ")",
                "ALTER TABLE t ADD CONSTRAINT c CHECK (" + "a AND ".repeat(9_000) + "b)",
                "CREATE TABLE t (" + "a integer,".repeat(6_000) + " b integer)",
                "ALTER TABLE t " + "ADD COLUMN a integer,".repeat(4_000) + " ADD b text",
                "SELECT " + "1,".repeat(200_000) + "1",
                "DROP TABLE " + "a,".repeat(9_000) + "a",
                "ALTER TABLE " + "a.".repeat(9_000) + "a ADD COLUMN b integer",
                "CREATE INDEX i ON t (" + "a,".repeat(9_000) + "a)");
        for (String text : texts) {
            long start = System.nanoTime();
            lint(List.of(new ExecuteSql("CREATE TABLE t (a integer)", 1), new ExecuteSql(text, 2)));
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .as(text.substring(0, 60))
                    .isLessThan(Duration.ofSeconds(1));
        }
    }

    @Test
    void rowsByTheThousandAreRecognizedByTheirBeginning() {
        assertThat(new Recognizer().recognize("INSERT INTO t VALUES " + "(1, 'a'),".repeat(100_000) + "(1, 'b')", 1))
                .isInstanceOf(Ddl.Rows.class);
    }

    private void lint(List<Operation> operations) {
        ScriptDirectory scripts = ScriptDirectory.of(List.of(new RevisionScript(
                new ScriptHeader(
                        new Revision("aaaaaaaa", List.of(), List.of(), List.of(), "Fuzz"),
                        new ScriptOrigin("fuzz.sql", 1, null),
                        ScriptKind.SQL),
                new ScriptBody(new Section(operations, random.nextBoolean()), null, null, ""))));
        new Linter(LintSettings.off(), List.of()).lint(scripts, List.of("aaaaaaaa"), ServerFacts.unknown());
    }

    private String mutant(List<String> texts) {
        StringBuilder text = new StringBuilder(texts.get(random.nextInt(texts.size())));
        int changes = 1 + random.nextInt(4);
        for (int i = 0; i < changes; i++) {
            int at = random.nextInt(text.length() + 1);
            switch (random.nextInt(4)) {
                case 0 -> text.insert(at, SNIPPETS.get(random.nextInt(SNIPPETS.size())));
                case 1 -> text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(12)));
                case 2 -> {
                    String other = texts.get(random.nextInt(texts.size()));
                    text.replace(at, text.length(), other.substring(random.nextInt(other.length())));
                }
                default -> text.insert(at, text.substring(at, Math.min(text.length(), at + random.nextInt(40))));
            }
        }
        return text.toString();
    }

    private static List<String> texts() {
        List<String> texts = new ArrayList<>(StatementKinds.world());
        StatementKinds.all().forEach(kind -> texts.add(kind.sql()));
        try {
            Files.readString(Path.of("src/test/resources/lint/rules.txt"))
                    .lines()
                    .filter(line -> line.startsWith("bad") || line.startsWith("good"))
                    .map(line -> line.substring(line.indexOf(": ") + 2))
                    .forEach(line -> texts.addAll(List.of(line.split(";\\s*"))));
        } catch (IOException e) {
            throw new AssertionError("The tests run in the folder of the module", e);
        }
        return texts;
    }
}
