package dev.migrate.actuate;

import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import dev.migrate.Migrator;
import dev.migrate.autoconfigure.LastRun;
import dev.migrate.autoconfigure.MigrateProperties;

/** What the health indicator and the metrics have in common. */
@Configuration(proxyBeanMethods = false)
class MigrationStatusConfiguration {

    @Bean
    @ConditionalOnSingleCandidate(Migrator.class)
    StatusCache migrationStatusCache(Migrator migrator, LastRun lastRun, MigrateProperties properties) {
        return new StatusCache(migrator, lastRun, properties.health().refresh());
    }
}
