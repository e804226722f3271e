package dev.migrate.lint.rule;

import org.junit.jupiter.api.Test;

import dev.migrate.error.MigrateException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class NamePatternTests {

    @Test
    void wholeNameHasToFit() {
        assertThat(NamePattern.usual().fits("user_name2")).isTrue();
        assertThat(NamePattern.usual().fits("userName")).isFalse();
        assertThat(new NamePattern("app_.*").fits("app_orders")).isTrue();
        assertThat(new NamePattern("app_").fits("app_orders")).isFalse();
    }

    @Test
    void expressionThatWouldTryForYearsIsGivenUp() {
        NamePattern endless = new NamePattern("(.*a){20}b");

        assertThatThrownBy(() -> endless.fits("a".repeat(60)))
                .isInstanceOf(MigrateException.class)
                .hasMessageContaining("takes too long");
    }

    @Test
    void whatIsNoExpressionIsAMistake() {
        assertThatThrownBy(() -> new NamePattern("[a-z"))
                .isInstanceOf(MigrateException.class)
                .hasMessageContaining("migrate.lint-rules.names is no regular expression");
    }
}
