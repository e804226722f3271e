package dev.migrate.actuate;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

import dev.migrate.autoconfigure.LastRun;
import dev.migrate.autoconfigure.MigrateAutoConfiguration;

/** Sets up the metrics. The registries are looked for at the end of the start-up, not here. */
@AutoConfiguration(after = MigrateAutoConfiguration.class)
@ConditionalOnClass({MeterRegistry.class, ObservationRegistry.class})
@ConditionalOnBean(LastRun.class)
@Import(MigrationStatusConfiguration.class)
public final class MigrationMetricsAutoConfiguration {

    @Bean
    MigrationMetrics migrationMetrics(
            ObjectProvider<MeterRegistry> meters,
            ObjectProvider<ObservationRegistry> observations,
            ObjectProvider<StatusCaches> caches) {
        return new MigrationMetrics(meters, observations, caches);
    }

    @Bean
    BackfillMetrics migrateBackfillMetrics(ObjectProvider<MeterRegistry> meters) {
        return new BackfillMetrics(meters);
    }
}
