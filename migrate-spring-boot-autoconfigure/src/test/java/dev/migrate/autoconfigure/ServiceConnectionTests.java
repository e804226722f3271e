package dev.migrate.autoconfigure;

import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.testcontainers.service.connection.ServiceConnection;
import org.springframework.boot.testcontainers.service.connection.ServiceConnectionAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.testcontainers.containers.JdbcDatabaseContainer;
import org.testcontainers.utility.DockerImageName;

import static org.assertj.core.api.Assertions.assertThat;

class ServiceConnectionTests {

    @Test
    void theContainerOfAServiceConnectionIsMigrated() {
        new ApplicationContextRunner()
                .withConfiguration(
                        AutoConfigurations.of(ServiceConnectionAutoConfiguration.class, MigrateAutoConfiguration.class))
                .withUserConfiguration(Containers.class)
                .withPropertyValues("migrate.when-behind=ignore", "migrate.url=jdbc:none")
                .run(context -> {
                    MigrateConnectionDetails details = context.getBean(MigrateConnectionDetails.class);
                    assertThat(details.jdbcUrl()).isEqualTo("jdbc:postgresql://container/shop");
                    assertThat(details.username()).isEqualTo("owner");
                    assertThat(details.password()).isEqualTo("secret");
                    assertThat(details.driverClassName()).isEqualTo("org.postgresql.Driver");
                });
    }

    @Configuration(proxyBeanMethods = false)
    static class Containers {

        @Bean(destroyMethod = "")
        @ServiceConnection
        UnstartedContainer container() {
            return new UnstartedContainer();
        }
    }

    /** Answers without an engine. */
    static final class UnstartedContainer extends JdbcDatabaseContainer<UnstartedContainer> {

        UnstartedContainer() {
            super(DockerImageName.parse("postgres:18"));
        }

        @Override
        public void start() {}

        @Override
        public String getDriverClassName() {
            return "org.postgresql.Driver";
        }

        @Override
        public String getJdbcUrl() {
            return "jdbc:postgresql://container/shop";
        }

        @Override
        public String getUsername() {
            return "owner";
        }

        @Override
        public String getPassword() {
            return "secret";
        }

        @Override
        protected String getTestQueryString() {
            return "SELECT 1";
        }
    }
}
