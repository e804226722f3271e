package dev.migrate.dialect;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.util.List;

import org.junit.jupiter.api.Test;

import dev.migrate.dialect.OperationSamples.Sample;
import dev.migrate.error.MigrateException;
import dev.migrate.operation.Operation;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class MariaDbSpellingTests {

    private final Dialect dialect = new MariaDbDialect();

    @Test
    void everySampleIsSpelledExactlySoOrRefused() throws IOException {
        StringBuilder text = new StringBuilder();
        for (Sample sample : OperationSamples.all()) {
            text.append("-- ").append(sample.title()).append('\n');
            for (Operation operation : sample.up()) {
                String reason = dialect.unsupported(operation);
                text.append(reason == null ? spell(operation) : "-- refused: " + reason + "\n");
            }
            text.append('\n');
        }

        assertThat(text.toString()).isEqualTo(expected());
    }

    @Test
    void backslashesAndQuotesMeanThemselves() {
        assertThat(dialect.literal("it's a \\ \"b\"\n")).isEqualTo("'it''s a \\\\ \"b\"\n'");
        assertThat(dialect.quote("a`b\"c")).isEqualTo("`a``b\"c`");
    }

    @Test
    void momentsAreGivenInTheTimeZoneOfTheSession() {
        assertThat(dialect.literal(Instant.ofEpochSecond(1)))
                .isEqualTo("CONVERT_TZ(TIMESTAMP '1970-01-01 00:00:01', '+00:00', @@session.time_zone)");
        assertThat(dialect.literal(OffsetDateTime.of(2026, 1, 1, 0, 30, 0, 500_000_000, ZoneOffset.ofHours(2))))
                .isEqualTo("CONVERT_TZ(TIMESTAMP '2025-12-31 22:30:00.5', '+00:00', @@session.time_zone)");
        assertThat(dialect.literal(LocalTime.of(7, 5))).isEqualTo("TIME '07:05:00'");
        assertThatThrownBy(() -> dialect.literal(OffsetTime.of(LocalTime.NOON, ZoneOffset.UTC)))
                .isInstanceOf(MigrateException.class)
                .hasMessageContaining("no times of day with an offset");
        assertThat(dialect.literal(new BigDecimal("1E+3"))).isEqualTo("1000");
    }

    @Test
    void programsAreMarkedForTheClientAndNothingElseIs() {
        ScriptStyle style = dialect.scriptStyle();

        assertThat(style.terminated("SELECT 1")).isEqualTo("SELECT 1;");
        assertThat(style.terminated("BEGIN NOT ATOMIC\n    SELECT 4 DIV 2; -- //\nEND"))
                .isEqualTo("DELIMITER ///\nBEGIN NOT ATOMIC\n    SELECT 4 DIV 2; -- //\nEND\n///\nDELIMITER ;");
        assertThat(new H2Dialect().scriptStyle().terminated("SELECT ';'")).isEqualTo("SELECT ';';");
    }

    @Test
    void urlsOfBothDriversLeadHere() {
        Dialects dialects = new Dialects(List.of());

        for (String url : List.of("jdbc:mariadb://h/db", "jdbc:mysql://h/db", "jdbc:otel:mariadb://h/db")) {
            assertThat(dialects.ofUrl(url)).as(url).isInstanceOf(MariaDbDialect.class);
        }
    }

    private String spell(Operation operation) {
        StringBuilder text = new StringBuilder();
        for (Wording wording : dialect.spell(List.of(operation))) {
            ((Wording.Statements) wording).sql().forEach(sql -> text.append(sql).append(";\n"));
        }
        return text.toString();
    }

    private static String expected() throws IOException {
        try (var file = requireNonNull(MariaDbSpellingTests.class.getResourceAsStream("mariadb-spelling.sql"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
