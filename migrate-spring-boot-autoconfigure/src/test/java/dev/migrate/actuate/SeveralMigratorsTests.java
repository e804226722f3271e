package dev.migrate.actuate;

import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.availability.ApplicationAvailabilityAutoConfiguration;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.health.actuate.endpoint.CompositeHealthDescriptor;
import org.springframework.boot.health.actuate.endpoint.HealthDescriptor;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.autoconfigure.actuate.endpoint.AvailabilityProbesAutoConfiguration;
import org.springframework.boot.health.autoconfigure.actuate.endpoint.HealthEndpointAutoConfiguration;
import org.springframework.boot.health.autoconfigure.registry.HealthContributorRegistryAutoConfiguration;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import dev.migrate.MigrateSettings;
import dev.migrate.Migrator;
import dev.migrate.actuate.MigrationsDescriptor.MigratorDescriptor;
import dev.migrate.autoconfigure.MigrateAutoConfiguration;
import dev.migrate.autoconfigure.shop.ShopDatabase;
import dev.migrate.revision.Target;
import dev.migrate.run.RunListener;

import static org.assertj.core.api.Assertions.assertThat;

/** An application with two databases, each with revisions of its own. */
class SeveralMigratorsTests {

    private final ShopDatabase orders = new ShopDatabase();

    private final ShopDatabase stock = new ShopDatabase();

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    DataSourceAutoConfiguration.class,
                    MigrateAutoConfiguration.class,
                    MigrationsEndpointAutoConfiguration.class,
                    MigrationsHealthAutoConfiguration.class,
                    MigrationMetricsAutoConfiguration.class,
                    ApplicationAvailabilityAutoConfiguration.class,
                    HealthContributorRegistryAutoConfiguration.class,
                    HealthEndpointAutoConfiguration.class,
                    AvailabilityProbesAutoConfiguration.class))
            .withUserConfiguration(Databases.class)
            .withPropertyValues("orders.url=" + orders.url(), "stock.url=" + stock.url())
            .withPropertyValues("management.endpoints.web.exposure.include=*", "migrate.health.refresh=1h");

    @Test
    void everyDatabaseIsUpgradedAtTheStart() {
        runner.withPropertyValues("migrate.auto-run=true").run(context -> {
            assertThat(context).hasNotFailed();
            assertThat(orders.heads()).containsExactly("b22222222222");
            assertThat(stock.heads()).containsExactly("d44444444444");
        });
    }

    @Test
    void theApplicationIsReadyWhenEveryDatabaseIs() {
        stock.upgrade("other");
        runner.run(context -> {
            AvailabilityChangeEvent.publish(context, ReadinessState.ACCEPTING_TRAFFIC);
            HealthEndpoint health = context.getBean(HealthEndpoint.class);
            assertThat(status(health.healthForPath("readiness"))).isEqualTo(Status.OUT_OF_SERVICE);
            assertThat(health.healthForPath("migrations"))
                    .isInstanceOfSatisfying(CompositeHealthDescriptor.class, both -> assertThat(both.getComponents())
                            .hasSize(2)
                            .hasEntrySatisfying("orders", each -> assertThat(each.getStatus())
                                    .isEqualTo(Status.OUT_OF_SERVICE))
                            .hasEntrySatisfying("stock", each -> assertThat(each.getStatus())
                                    .isEqualTo(Status.UP)));

            context.getBean("orders", Migrator.class).upgrade(Target.heads());
            assertThat(status(health.healthForPath("readiness"))).isEqualTo(Status.UP);
        });
    }

    @Test
    void theEndpointShowsEveryDatabaseAndTheMetricsTheSum() {
        stock.upgrade("other");
        runner.withBean(MeterRegistry.class, SimpleMeterRegistry::new).run(context -> {
            MigrationsDescriptor shown =
                    context.getBean(MigrationsEndpoint.class).migrations();
            assertThat(shown.contexts().values()).singleElement().satisfies(each -> assertThat(each.migrators())
                    .hasEntrySatisfying(
                            "orders", migrator -> assertThat(state(migrator)).isEqualTo("BEHIND"))
                    .hasEntrySatisfying(
                            "stock", migrator -> assertThat(state(migrator)).isEqualTo("UP_TO_DATE")));
            assertThat(revisions(context.getBean(MeterRegistry.class), "pending"))
                    .isEqualTo(2);
            assertThat(revisions(context.getBean(MeterRegistry.class), "applied"))
                    .isEqualTo(2);
        });
    }

    private static Status status(@Nullable HealthDescriptor health) {
        return Objects.requireNonNull(health).getStatus();
    }

    private static String state(MigratorDescriptor migrator) {
        return String.valueOf(migrator.state());
    }

    private static double revisions(MeterRegistry meters, String state) {
        return meters.get("migrate.revisions").tag("state", state).gauge().value();
    }

    @Configuration(proxyBeanMethods = false)
    static class Databases {

        @Bean
        DataSource ordersDatabase(Environment environment) {
            return new DriverManagerDataSource(environment.getRequiredProperty("orders.url"));
        }

        @Bean
        DataSource stockDatabase(Environment environment) {
            return new DriverManagerDataSource(environment.getRequiredProperty("stock.url"));
        }

        @Bean
        Migrator orders(@Qualifier("ordersDatabase") DataSource database, ObjectProvider<RunListener> listeners) {
            return migrator(database, "two", listeners);
        }

        @Bean
        Migrator stock(@Qualifier("stockDatabase") DataSource database, ObjectProvider<RunListener> listeners) {
            return migrator(database, "other", listeners);
        }

        private static Migrator migrator(DataSource database, String revisions, ObjectProvider<RunListener> listeners) {
            return new Migrator(
                    MigrateSettings.defaults().withLocations(List.of("classpath:revisions/" + revisions)),
                    database,
                    List.of(),
                    listeners.orderedStream().toList());
        }
    }
}
