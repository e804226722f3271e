package dev.migrate.script;

import java.nio.charset.StandardCharsets;
import java.util.List;

import dev.migrate.operation.LexicalRules;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

/** Parses texts as if they were the file {@code db/x.sql}. */
final class ParsedTexts {

    private ParsedTexts() {}

    static RevisionScript parse(String text) {
        ParsedScript parsed = parsed(text);
        assertThat(parsed.problems()).isEmpty();
        return requireNonNull(parsed.script());
    }

    static List<String> problems(String text) {
        return parsed(text).problems().stream().map(ScriptProblem::toString).toList();
    }

    static ParsedScript parsed(String text) {
        return new SqlScriptParser(LexicalRules.postgresql())
                .parse("db/x.sql", null, text.getBytes(StandardCharsets.UTF_8));
    }
}
