package dev.migrate.lint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;

import dev.migrate.lint.rule.LintRules;
import dev.migrate.lint.rule.RuleInfo;

import static org.assertj.core.api.Assertions.assertThat;

/** Holds {@code docs/reference/lint.md} against the rules. */
class LintReferenceTests {

    @Test
    void theReferenceListsEveryRule() throws IOException {
        List<String> rows = Files.readAllLines(Path.of("../docs/reference/lint.md")).stream()
                .filter(line -> line.startsWith("| `"))
                .toList();
        assertThat(rows)
                .containsExactlyElementsOf(LintRules.builtIn().stream()
                        .map(rule -> row(rule.info()))
                        .toList());
    }

    private static String row(RuleInfo rule) {
        String severity =
                switch (rule.severity()) {
                    case ERROR -> "error";
                    case WARNING -> "warning";
                    case OPTIONAL -> "off";
                };
        return "| `" + rule.id() + "` | " + severity + " | " + rule.summary().replace("|", "\\|") + " |";
    }
}
