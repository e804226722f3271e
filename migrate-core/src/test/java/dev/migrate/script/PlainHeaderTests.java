package dev.migrate.script;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.migrate.operation.LexicalRules;
import dev.migrate.revision.Revision;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

/** What is left to the reader of all headers, and that both find the same in the rest: see also {@link ScriptFuzzTests}. */
class PlainHeaderTests {

    private static final String START = "-- revision: b\n-- revises: a\n-- message: m\n";

    private static final String SECTION = "-- migrate:upgrade\n";

    @Test
    void everyLineOfTheTemplateIsRead() {
        ScriptHeader header = requireNonNull(read(
                "\n" + START + "-- created: 2026-01-28T14:30:00Z\n-- labels: shop\n\n-- depends-on: x.y\n" + SECTION));

        assertThat(header.revision()).isEqualTo(new Revision("b", List.of("a"), List.of("x.y"), List.of("shop"), "m"));
        assertThat(header.origin()).isEqualTo(new ScriptOrigin("b.sql", 2, null));
        assertThat(header.created()).isEqualTo(Instant.parse("2026-01-28T14:30:00Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                START + SECTION,
                "-- message: Größe\t\n\n\n-- revision:  b  \n" + SECTION,
                START + "-- created: 2026-01-28T14:30:00.5Z\n" + SECTION,
                "-- revision:b\n-- message: m\n-- migrate:upgrade transaction=false\nSELECT 1;\n",
            })
    void plainHeaderSaysWhatTheWholeScriptSays(String text) {
        assertThat(read(text)).isEqualTo(headerOf(text)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                START,
                START + "-- revision: b\n" + SECTION,
                START + "-- message: n\n" + SECTION,
                START + "-- revises: a\n" + SECTION,
                START + "-- words of a description\n" + SECTION,
                START + "-- requires-backfill: names\n" + SECTION,
                START + "-- labels: shop, till\n" + SECTION,
                START + "-- labels:\n" + SECTION,
                START + "-- depends-on: \n" + SECTION,
                START + "-- created: yesterday\n" + SECTION,
                START + "-- created: 2026-02-30T00:00:00Z\n" + SECTION,
                START + "--created: 2026-01-28T14:30:00Z\n" + SECTION,
                START + "/* a licence */\n" + SECTION,
                START + "  \n" + SECTION,
                "-- revision: b\r\n-- message: m\r\n-- migrate:upgrade\r\n",
                START + "SELECT 1;\n" + SECTION,
                START + "--\n" + SECTION,
                START + "-- Migrate:upgrade\n",
                "\ufeff" + START + SECTION,
                "-- message: m\n" + SECTION,
                "-- revision: b\n" + SECTION,
                "-- revision: b-c\n-- message: m\n" + SECTION,
                "-- revision: b\n-- message: \n" + SECTION,
                "-- revision: b\n-- message: a\u0007\n" + SECTION,
                "-- revision: b\n-- message: m\n-- lables: shop\n" + SECTION,
            })
    void anythingElseIsLeftToTheOtherReader(String text) {
        assertThat(read(text)).isNull();
    }

    private static @Nullable ScriptHeader read(String text) {
        return PlainHeader.read("b.sql", null, text.getBytes(StandardCharsets.UTF_8));
    }

    private static ScriptHeader headerOf(String text) {
        RevisionScript script = requireNonNull(new SqlScriptParser(LexicalRules.postgresql())
                .parse("b.sql", null, text.getBytes(StandardCharsets.UTF_8))
                .script());
        return new ScriptHeader(
                script.revision(),
                script.origin(),
                script.description(),
                script.created(),
                script.kind(),
                script.requiresBackfills());
    }
}
