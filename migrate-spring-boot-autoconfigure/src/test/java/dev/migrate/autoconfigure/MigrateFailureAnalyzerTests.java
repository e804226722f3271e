package dev.migrate.autoconfigure;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.env.StandardEnvironment;

import dev.migrate.error.MigrateException;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

class MigrateFailureAnalyzerTests {

    private final MigrateFailureAnalyzer analyzer = new MigrateFailureAnalyzer(new StandardEnvironment());

    @Test
    void saysWhatHappenedAndWhatToDo() {
        MigrateException failure =
                new MigrateException("column \"lang\" does not exist", List.of("at a.sql:14"), "Correct it.", null);
        FailureAnalysis analysis = requireNonNull(analyzer.analyze(new IllegalStateException("bean", failure)));
        assertThat(analysis.getDescription()).isEqualToNormalizingNewlines("""
                column "lang" does not exist
                  at a.sql:14""");
        assertThat(analysis.getAction()).isEqualTo("Correct it.");
    }

    @Test
    void leavesOtherFailuresAlone() {
        assertThat(analyzer.analyze(new IllegalStateException("other"))).isNull();
    }
}
