package dev.migrate.test;

import java.util.Map;
import java.util.Objects;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

import dev.migrate.testing.TestDatabases;

/** Has the kit make its databases on the server that the other tests use. */
public final class SharedServer implements EnvironmentPostProcessor {

    private static final String URL =
            Objects.requireNonNull(TestDatabases.postgres().getUrl());

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        environment
                .getPropertySources()
                .addLast(new MapPropertySource("sharedServer", Map.of("migrate.test.postgresql.url", URL)));
    }
}
