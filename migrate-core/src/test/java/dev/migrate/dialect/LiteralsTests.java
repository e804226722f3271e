package dev.migrate.dialect;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import dev.migrate.error.MigrateException;
import dev.migrate.schema.SqlExpression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class LiteralsTests {

    private final Literals standard = new Literals();

    private final Literals postgres = new PostgresLiterals();

    @Test
    void plainValuesAreTheSameEverywhere() {
        same(null, "NULL");
        same("it's", "'it''s'");
        same('x', "'x'");
        same("two\nlines -- */ $$ é 🦉", "'two\nlines -- */ $$ é 🦉'");
        same(true, "TRUE");
        same(-7, "-7");
        same(7L, "7");
        same((short) 3, "3");
        same((byte) 1, "1");
        same(new BigInteger("123456789012345678901234567890"), "123456789012345678901234567890");
        same(new BigDecimal("1E+3"), "1000");
        same(new BigDecimal("0.10"), "0.10");
        same(1.5, "1.5");
        same(1e300, "1.0E300");
        same(0.1f, "0.1");
        same(new SqlExpression("now()"), "now()");
    }

    @Test
    void timesAreTheSameEverywhere() {
        same(LocalDate.of(2026, 1, 28), "DATE '2026-01-28'");
        same(LocalTime.of(14, 30), "TIME '14:30:00'");
        same(LocalTime.of(14, 30, 1, 120_000_000), "TIME '14:30:01.12'");
        same(OffsetTime.of(14, 30, 0, 0, ZoneOffset.ofHours(2)), "TIME WITH TIME ZONE '14:30:00+02:00'");
        same(LocalDateTime.of(2026, 1, 28, 14, 30), "TIMESTAMP '2026-01-28 14:30:00'");
        same(Instant.parse("2026-01-28T14:30:00.000001Z"), at("2026-01-28 14:30:00.000001+00:00"));
        same(OffsetDateTime.parse("2026-01-28T14:30:00-03:30"), at("2026-01-28 14:30:00-03:30"));
        same(
                ZonedDateTime.of(LocalDateTime.of(2026, 7, 1, 0, 0), ZoneId.of("Europe/Berlin")),
                at("2026-07-01 00:00:00+02:00"));
    }

    @Test
    void otherValuesAreSpelledByTheDatabase() {
        byte[] bytes = {0, (byte) 0xff};
        UUID uuid = new UUID(1, 2);
        assertThat(standard.of(bytes)).isEqualTo("X'00ff'");
        assertThat(postgres.of(bytes)).isEqualTo("E'\\\\x00ff'::bytea");
        assertThat(standard.of(uuid)).isEqualTo("'00000000-0000-0001-0000-000000000002'");
        assertThat(postgres.of(uuid)).isEqualTo("uuid '00000000-0000-0001-0000-000000000002'");
        assertThat(standard.of("back\\slash'")).isEqualTo("'back\\slash'''");
        assertThat(postgres.of("back\\slash'")).isEqualTo("E'back\\\\slash'''");
        assertThat(postgres.of(Double.NaN)).isEqualTo("float8 'NaN'");
        assertThat(postgres.of(Float.NEGATIVE_INFINITY)).isEqualTo("float8 '-Infinity'");
        assertThat(postgres.of(Duration.ofMillis(1500))).isEqualTo("INTERVAL 'PT1.5S'");
        assertThat(postgres.of(Period.ofMonths(2))).isEqualTo("INTERVAL 'P2M'");
        assertThat(postgres.of(LocalDate.of(-43, 3, 15))).isEqualTo("DATE '0044-03-15 BC'");
        assertThat(postgres.of(LocalDate.of(12026, 3, 15))).isEqualTo("DATE '12026-03-15'");
        assertThat(postgres.of(LocalDateTime.of(-43, 3, 15, 12, 0))).isEqualTo("TIMESTAMP '0044-03-15 12:00:00 BC'");
    }

    @Test
    void valuesThatNobodyCanWriteAreRefused() {
        for (Object value : new Object[] {Double.NaN, Duration.ZERO, LocalDate.of(-1, 1, 1), "\0"}) {
            assertThatThrownBy(() -> standard.of(value)).isInstanceOf(MigrateException.class);
        }
        assertThatThrownBy(() -> postgres.of(Thread.State.NEW))
                .isInstanceOf(MigrateException.class)
                .hasMessageContaining("java.lang.Thread$State");
        assertThatThrownBy(() -> postgres.of("\0")).hasMessageContaining("NUL");
    }

    private void same(@Nullable Object value, String literal) {
        assertThat(standard.of(value)).isEqualTo(literal);
        assertThat(postgres.of(value)).isEqualTo(literal);
    }

    private static String at(String text) {
        return "TIMESTAMP WITH TIME ZONE '" + text + "'";
    }
}
