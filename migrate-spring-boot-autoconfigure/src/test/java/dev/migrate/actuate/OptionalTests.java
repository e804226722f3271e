package dev.migrate.actuate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

import dev.migrate.Migrator;
import dev.migrate.autoconfigure.MigrateAutoConfiguration;

import static org.assertj.core.api.Assertions.assertThat;

class OptionalTests {

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withUserConfiguration(Everything.class)
            .withPropertyValues("migrate.when-behind=ignore");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "org.springframework.boot.actuate",
                "org.springframework.boot.health",
                "org.springframework.boot.health.actuate",
                "io.micrometer",
                "io.micrometer.core"
            })
    void anyOfTheLibrariesMayBeMissing(String missing) {
        runner.withClassLoader(new FilteredClassLoader(missing))
                .run(context -> assertThat(context).hasNotFailed().hasSingleBean(Migrator.class));
    }

    @Test
    void nothingIsLeftWithoutMigrations() {
        runner.withPropertyValues("migrate.enabled=false").run(context -> assertThat(context)
                .hasNotFailed()
                .doesNotHaveBean(MigrationsEndpoint.class)
                .doesNotHaveBean(StatusCaches.class)
                .doesNotHaveBean(MigrationMetrics.class));
    }

    /** Imports by name, as Boot does, so that a class that is missing is never loaded. */
    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration({
        MigrateAutoConfiguration.class,
        MigrationsEndpointAutoConfiguration.class,
        MigrationsHealthAutoConfiguration.class,
        MigrationMetricsAutoConfiguration.class
    })
    static class Everything {}
}
