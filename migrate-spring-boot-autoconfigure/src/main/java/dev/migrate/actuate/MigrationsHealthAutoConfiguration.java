package dev.migrate.actuate;

import java.util.Map;

import org.springframework.boot.actuate.endpoint.web.AdditionalPathsMapper;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.health.actuate.endpoint.HealthEndpointGroupsPostProcessor;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.boot.health.contributor.HealthContributor;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;

import dev.migrate.actuate.ReadinessGroupPostProcessor.Probes;
import dev.migrate.autoconfigure.LastRun;
import dev.migrate.autoconfigure.MigrateAutoConfiguration;

/** Sets up the health indicator, whether or not start-up upgrades the database. */
@AutoConfiguration(after = MigrateAutoConfiguration.class)
@ConditionalOnClass({HealthIndicator.class, ConditionalOnEnabledHealthIndicator.class})
@ConditionalOnEnabledHealthIndicator("migrations")
@ConditionalOnBean(LastRun.class)
@Import(MigrationStatusConfiguration.class)
public final class MigrationsHealthAutoConfiguration {

    @Bean
    @ConditionalOnBean(StatusCaches.class)
    @ConditionalOnMissingBean(name = {"migrationsHealthIndicator", "migrationsHealthContributor"})
    HealthContributor migrationsHealthContributor(StatusCaches caches, LastRun lastRun) {
        Map<String, StatusCache> byName = caches.byName();
        return byName.size() == 1
                ? new MigrationsHealthIndicator(byName.values().iterator().next(), lastRun)
                : CompositeHealthContributor.fromMap(byName, cache -> new MigrationsHealthIndicator(cache, lastRun));
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass({HealthEndpointGroupsPostProcessor.class, AdditionalPathsMapper.class})
    @ConditionalOnBooleanProperty(name = "migrate.health.readiness", matchIfMissing = true)
    static class ReadinessConfiguration {

        @Bean
        @ConditionalOnBean(StatusCaches.class)
        ReadinessGroupPostProcessor migrationsReadinessGroup(Environment environment) {
            boolean probes = environment.getProperty("management.endpoint.health.probes.enabled", Boolean.class, true);
            return new ReadinessGroupPostProcessor(probes ? Probes.ENABLED : Probes.DISABLED);
        }
    }
}
