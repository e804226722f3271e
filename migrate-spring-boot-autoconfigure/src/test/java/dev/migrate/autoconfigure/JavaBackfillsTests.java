package dev.migrate.autoconfigure;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.SpringProperties;

import dev.migrate.Migrator;
import dev.migrate.autoconfigure.backfills.CountToys;
import dev.migrate.backfill.BackfillDefinition;

import static org.assertj.core.api.Assertions.assertThat;

class JavaBackfillsTests {

    private static final String FOUND = "migrate.backfill.java-packages=dev.migrate.autoconfigure.backfills";

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(MigrateAutoConfiguration.class))
            .withPropertyValues("migrate.locations=classpath:nowhere", "migrate.when-behind=ignore");

    @Test
    void theyAreFoundUnderTheBasePackageOfTheApplication() {
        runner.withUserConfiguration(InPackage.class)
                .run(context -> assertThat(names(context)).containsExactly("count-toys"));
    }

    @Test
    void theyAreFoundInTheConfiguredPackages() {
        runner.withPropertyValues(FOUND)
                .run(context -> assertThat(names(context)).containsExactly("count-toys"));
    }

    @Test
    void noPackageIsAnAnswerToo() {
        runner.withUserConfiguration(InPackage.class)
                .withPropertyValues("migrate.backfill.java-packages=")
                .run(context -> assertThat(names(context)).isEmpty());
    }

    @Test
    void constructorArgumentsAreInjected() {
        runner.withPropertyValues(FOUND)
                .run(context ->
                        assertThat(definitions(context).get(0).code().get()).isInstanceOf(CountToys.class));
    }

    @Test
    void classThatIsABeanAsWellIsOneBackfill() {
        runner.withPropertyValues(FOUND).withBean(CountToys.class).run(context -> {
            assertThat(names(context)).containsExactly("count-toys");
            assertThat(definitions(context).get(0).code().get()).isSameAs(context.getBean(CountToys.class));
        });
    }

    @Test
    void applicationThatWasProcessedAheadOfTimeReadsTheirNames(@TempDir Path folder) throws IOException {
        Path index = folder.resolve(ClassKind.BACKFILL.index());
        Files.createDirectories(index.resolveSibling(""));
        Files.writeString(index, ClassIndex.write(List.of(CountToys.class)));
        try (URLClassLoader loader = new URLClassLoader(
                new URL[] {folder.toUri().toURL()}, getClass().getClassLoader())) {
            runner.withClassLoader(loader).run(context -> {
                // As the generated code of a native image finds them; no package is looked through.
                SpringProperties.setFlag("spring.aot.enabled");
                try {
                    assertThat(names(context)).containsExactly("count-toys");
                } finally {
                    SpringProperties.setProperty("spring.aot.enabled", null);
                }
            });
        }
    }

    private static List<String> names(ConfigurableApplicationContext context) {
        return definitions(context).stream().map(BackfillDefinition::name).toList();
    }

    private static List<BackfillDefinition> definitions(ConfigurableApplicationContext context) {
        return context.getBean(Migrator.class).backfills().definitions();
    }

    @Configuration(proxyBeanMethods = false)
    @AutoConfigurationPackage
    static class InPackage {}
}
