package dev.migrate.actuate;

import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration;
import org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import dev.migrate.Migrator;
import dev.migrate.autoconfigure.MigrateAutoConfiguration;
import dev.migrate.autoconfigure.shop.ShopDatabase;
import dev.migrate.revision.Target;

import static org.assertj.core.api.Assertions.assertThat;

class MigrationMetricsTests {

    private final ShopDatabase database = new ShopDatabase();

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    DataSourceAutoConfiguration.class,
                    MigrateAutoConfiguration.class,
                    MigrationMetricsAutoConfiguration.class,
                    MetricsAutoConfiguration.class,
                    ObservationAutoConfiguration.class))
            .withPropertyValues(database.properties("two"));

    private final ApplicationContextRunner measured = runner.withBean(MeterRegistry.class, SimpleMeterRegistry::new);

    @Test
    void theRunOfTheStartUpIsRecorded() {
        measured.withPropertyValues("migrate.auto-run=true").run(context -> {
            MeterRegistry meters = context.getBean(MeterRegistry.class);
            assertThat(timer(meters, "migrate.run").count()).isOne();
            assertThat(timer(meters, "migrate.revision").count()).isEqualTo(2);
            assertThat(timer(meters, "migrate.revision").totalTime(TimeUnit.NANOSECONDS))
                    .isPositive();
            assertThat(meters.get("migrate.lock.wait").timer().count()).isOne();
        });
    }

    @Test
    void aLaterRunIsObservedUnderTheSameNamesAndTags() {
        measured.withPropertyValues("migrate.auto-run=true", "migrate.target=a11111111111")
                .run(context -> {
                    context.getBean(Migrator.class).upgrade(Target.heads());
                    MeterRegistry meters = context.getBean(MeterRegistry.class);
                    assertThat(timer(meters, "migrate.run").count()).isEqualTo(2);
                    assertThat(timer(meters, "migrate.revision").count()).isEqualTo(2);
                });
    }

    @Test
    void revisionsAreCountedByState() {
        database.upgrade("one");
        measured.run(context -> {
            MeterRegistry meters = context.getBean(MeterRegistry.class);
            assertThat(revisions(meters, "applied")).isEqualTo(1);
            assertThat(revisions(meters, "pending")).isEqualTo(1);
            assertThat(revisions(meters, "unknown")).isZero();
        });
    }

    @Test
    void withoutARegistryNothingIsMissed() {
        runner.withPropertyValues("migrate.auto-run=true")
                .run(context -> assertThat(context).hasNotFailed());
    }

    private static Timer timer(MeterRegistry meters, String name) {
        return meters.get(name)
                .tags("direction", "upgrade", "outcome", "success", "error", "none")
                .timer();
    }

    private static double revisions(MeterRegistry meters, String state) {
        return meters.get("migrate.revisions").tag("state", state).gauge().value();
    }
}
