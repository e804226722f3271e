package dev.migrate.cli;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import dev.migrate.MigrateSettings;
import dev.migrate.Migrator;
import dev.migrate.cli.CommandLineApplication.Outcome;

import static org.assertj.core.api.Assertions.assertThat;

class UsageTests {

    private final Path folder;

    UsageTests(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void unknownOptionIsWrongUsage() {
        Outcome outcome = migrate("status", "--jsn");

        assertThat(outcome).isEqualTo(new Outcome(2, "", """
                                FAILED: Unknown option: '--jsn'
                                  Hint: Did you mean --json? `migrate status --help` shows what can be typed.
                                """));
    }

    @Test
    void unknownCommandIsWrongUsage() {
        Outcome outcome = migrate("upgrad");

        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err()).contains("upgrad").contains("Did you mean upgrade");
    }

    @Test
    void withoutACommandTheUsageIsShown() {
        Outcome outcome = migrate();

        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).startsWith("Usage: migrate").contains("ensure-version");
    }

    @Test
    void helpIsAResult() {
        Outcome outcome = migrate("history", "--help");

        assertThat(outcome.code()).isZero();
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out()).startsWith("Usage: migrate history").contains("--rev-range");
        assertThat(migrate("--version").out()).startsWith("migrate ");
    }

    @Test
    void optionsThatDoNotGoTogetherAreRefused() {
        assertThat(migrate("upgrade", "--from", "base").err()).startsWith("FAILED: --from needs --sql");
        assertThat(migrate("upgrade", "--sql", "--dry-run").code()).isEqualTo(2);
        assertThat(migrate("stamp", "head", "--sql", "--purge").err())
                .startsWith("FAILED: Can't use --purge with --sql mode");
        assertThat(migrate("resolve", "aaaa").code()).isEqualTo(2);
        assertThat(migrate("resolve", "aaaa", "--applied", "--not-applied").code())
                .isEqualTo(2);
        assertThat(migrate("revision").code()).isEqualTo(2);
        assertThat(migrate("downgrade").code()).isEqualTo(2);
    }

    @Test
    void hintsAreInTheWordOfTheApplication() {
        Outcome outcome = Scripts.twoIn(folder)
                .application()
                .with("migrate.cli.name", "db")
                .command(List.of("db", "show", "zzzz"));

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.err()).contains("Hint: `db history` lists the revisions.");
    }

    @Test
    void unknownSourceIsNamed() {
        Outcome outcome = Scripts.twoIn(folder)
                .application()
                .with("migrate.cli.sources", "com.example.Nothing")
                .migrate("heads");

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.err()).startsWith("FAILED: migrate.cli.sources names com.example.Nothing");
    }

    @Test
    void configurationThatFailsIsQuoted() {
        Outcome outcome = Scripts.twoIn(folder)
                .application()
                .with("migrate.cli.sources", Failing.class.getName())
                .migrate("heads");

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.err())
                .startsWith("FAILED: IllegalStateException: The vault is locked\n")
                .contains("--stacktrace");
    }

    @Test
    void severalMigratorsAreNamed() {
        Outcome outcome = Scripts.twoIn(folder)
                .application()
                .with("migrate.cli.sources", TwoMigrators.class.getName())
                .migrate("heads");

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.err())
                .startsWith("FAILED: There are several Migrators in this application: orders, stock\n")
                .contains("Hint: Mark the one that the commands are for @Primary");
    }

    @Test
    void invalidPropertyIsExplainedWithoutAStackTrace() {
        Outcome outcome = Scripts.twoIn(folder)
                .application()
                .with("migrate.lock-wait", "soon")
                .migrate("heads");

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.err()).startsWith("FAILED: ").contains("lock-wait").doesNotContain("\tat ");
    }

    @Test
    void stackTraceOnRequest() {
        assertThat(migrate("show", "nope").err()).doesNotContain("\tat ");
        assertThat(migrate("show", "nope", "--stacktrace").err()).contains("\tat ");
        assertThat(migrate("--stacktrace", "show", "nope").err()).contains("\tat ");
    }

    @Test
    void coloursOnlyAtATerminal() {
        assertThat(Scripts.twoIn(folder)
                        .application()
                        .on(Look.COLOURED)
                        .migrate("show", "nope")
                        .err())
                .startsWith("\u001b[31mFAILED:\u001b[0m ");
        assertThat(Scripts.twoIn(folder)
                        .application()
                        .on(Look.LIVE)
                        .migrate("show", "nope")
                        .err())
                .startsWith("FAILED: ");
    }

    private Outcome migrate(String... words) {
        return Scripts.twoIn(folder).application().migrate(words);
    }

    @Configuration(proxyBeanMethods = false)
    static class TwoMigrators {

        @Bean
        Migrator orders() {
            return new Migrator(MigrateSettings.defaults(), new DriverManagerDataSource());
        }

        @Bean
        Migrator stock() {
            return new Migrator(MigrateSettings.defaults(), new DriverManagerDataSource());
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Failing {

        @Bean
        Migrator failing() {
            throw new IllegalStateException("The vault is locked");
        }
    }
}
