package dev.migrate.actuate;

import java.util.LinkedHashMap;
import java.util.Map;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import dev.migrate.Migrator;
import dev.migrate.autoconfigure.LastRun;
import dev.migrate.autoconfigure.MigrateProperties;

/** What the health indicator and the metrics have in common. */
@Configuration(proxyBeanMethods = false)
class MigrationStatusConfiguration {

    @Bean
    @ConditionalOnBean(Migrator.class)
    StatusCaches migrationStatusCaches(Map<String, Migrator> migrators, LastRun lastRun, MigrateProperties properties) {
        Map<String, StatusCache> caches = new LinkedHashMap<>();
        migrators.forEach((name, migrator) -> caches.put(
                name, new StatusCache(migrator, lastRun, properties.health().refresh())));
        return new StatusCaches(caches);
    }
}
