package dev.migrate.cli;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DurationsTests {

    @Test
    void unitFitsTheLength() {
        assertThat(Durations.text(Duration.ofMillis(41))).isEqualTo("41 ms");
        assertThat(Durations.text(Duration.ofMillis(1_849))).isEqualTo("1.8 s");
        assertThat(Durations.text(Duration.ofMillis(59_999))).isEqualTo("59.9 s");
        assertThat(Durations.text(Duration.ofSeconds(125))).isEqualTo("2 min 5 s");
        assertThat(Durations.text(Duration.ofMinutes(61))).isEqualTo("1 h 1 min");
    }
}
