package dev.migrate.autoconfigure;

import javax.sql.DataSource;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryMetadata;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.reactivestreams.Publisher;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import dev.migrate.autoconfigure.shop.Product;
import dev.migrate.autoconfigure.shop.ShopDatabase;
import dev.migrate.error.MigrateException;

import static org.assertj.core.api.Assertions.assertThat;

/** What else an application may have that opens or changes its database. */
class NeighbourTests {

    private final ShopDatabase database = new ShopDatabase();

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class, MigrateAutoConfiguration.class))
            .withPropertyValues("migrate.auto-run=true");

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void flywayComesFirstAndEntitiesLast(CapturedOutput output) {
        ApplicationContextRunner both = runner.withConfiguration(
                        AutoConfigurations.of(FlywayAutoConfiguration.class, HibernateJpaAutoConfiguration.class))
                .withUserConfiguration(Entities.class)
                .withPropertyValues(database.properties("flyway"))
                .withPropertyValues(
                        "spring.flyway.locations=classpath:flyway", "spring.jpa.hibernate.ddl-auto=validate");
        both.run(context -> {
            assertThat(context).hasNotFailed();
            assertThat(database.heads()).containsExactly("f55555555555");
            assertThat(database.has("flyway_schema_history")).isTrue();
            assertThat(context.getBeanFactory()
                            .getBeanDefinition("migrationInitializer")
                            .getDependsOn())
                    .contains("flywayInitializer");
        });
        both.run(context -> assertThat(context).hasNotFailed());
        assertThat(output).doesNotContain("WARN ", "ERROR ");
    }

    @Test
    void anApplicationOfR2dbcAloneIsMigratedByItsUrl() {
        runner.withUserConfiguration(Reactive.class)
                .withPropertyValues("migrate.url=" + database.url(), "migrate.locations=classpath:revisions/two")
                .run(context -> {
                    assertThat(context).hasNotFailed().doesNotHaveBean(DataSource.class);
                    assertThat(database.heads()).containsExactly("b22222222222");
                    assertThat(context.getBeanFactory()
                                    .getBeanDefinition("products")
                                    .getDependsOn())
                            .contains("migrationInitializer");
                });
    }

    @Test
    void anApplicationOfR2dbcAloneIsMigratedByConnectionDetails() {
        runner.withUserConfiguration(Reactive.class)
                .withBean(MigrateConnectionDetails.class, () -> new Details(database.url()))
                .withPropertyValues("migrate.locations=classpath:revisions/two")
                .run(context -> assertThat(database.heads()).containsExactly("b22222222222"));
    }

    @Test
    void anApplicationOfR2dbcAloneIsToldToNameAUrl() {
        runner.withUserConfiguration(Reactive.class)
                .withPropertyValues(database.properties("two"))
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .isInstanceOfSatisfying(MigrateException.class, failure -> assertThat(failure.hint())
                                .contains("migrate.url if only migrations use JDBC")));
    }

    private record Details(String jdbcUrl) implements MigrateConnectionDetails {

        @Override
        public @Nullable String username() {
            return null;
        }

        @Override
        public @Nullable String password() {
            return null;
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EntityScan(basePackageClasses = Product.class)
    static class Entities {}

    @Configuration(proxyBeanMethods = false)
    static class Reactive {

        @Bean
        Unconnected connectionFactory() {
            return new Unconnected();
        }

        @Bean
        @DependsOnDatabaseInitialization
        Object products(ConnectionFactory connections) {
            return connections;
        }
    }

    /** Nobody asks it for a connection. */
    private static final class Unconnected implements ConnectionFactory {

        @Override
        public Publisher<? extends Connection> create() {
            throw new AssertionError("Migrations use JDBC");
        }

        @Override
        public ConnectionFactoryMetadata getMetadata() {
            return () -> "PostgreSQL";
        }
    }
}
