package dev.migrate.sample;

import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

import dev.migrate.testing.TestDatabases;

/** Gives an application under test an empty database of its own, which it upgrades itself. */
class EmptyDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of(
                        "spring.datasource.url=" + TestDatabases.postgres().getUrl())
                .applyTo(context);
    }
}
