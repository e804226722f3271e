package dev.migrate.autoconfigure;

import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.testcontainers.service.connection.ServiceConnection;
import org.springframework.boot.testcontainers.service.connection.ServiceConnectionAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.testcontainers.postgresql.PostgreSQLContainer;

import dev.migrate.Migrator;
import dev.migrate.run.MigrationState;
import dev.migrate.testing.RequiresDocker;

import static org.assertj.core.api.Assertions.assertThat;

/** A real container with {@code @ServiceConnection} and no URL anywhere. */
@RequiresDocker
class ContainerTests {

    @Test
    void theDatabaseInAContainerIsMigratedAtTheStart() {
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(
                        ServiceConnectionAutoConfiguration.class,
                        DataSourceAutoConfiguration.class,
                        MigrateAutoConfiguration.class))
                .withUserConfiguration(Containers.class)
                .withPropertyValues("migrate.locations=classpath:revisions/two", "migrate.auto-run=true")
                .run(context -> {
                    assertThat(context).hasNotFailed();
                    assertThat(context.getBean(Migrator.class).status().state()).isEqualTo(MigrationState.UP_TO_DATE);
                });
    }

    @Configuration(proxyBeanMethods = false)
    static class Containers {

        @Bean
        @ServiceConnection
        PostgreSQLContainer container() {
            return new PostgreSQLContainer("postgres:18");
        }
    }
}
