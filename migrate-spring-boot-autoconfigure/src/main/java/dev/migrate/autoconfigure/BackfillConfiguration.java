package dev.migrate.autoconfigure;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

import dev.migrate.Migrator;
import dev.migrate.backfill.BackfillListener;

/** Batched data migrations: where they are found, and who runs them. */
@Configuration(proxyBeanMethods = false)
class BackfillConfiguration {

    @Bean
    JavaBackfills migrateJavaBackfills(MigrateProperties properties, ConfigurableListableBeanFactory beans) {
        return new JavaBackfills(beans, properties.backfill().javaPackages());
    }

    @Bean
    BackfillLog migrateBackfillLog(Environment environment) {
        return new BackfillLog(CommandWord.of(environment));
    }

    @Bean
    BackgroundBackfills backgroundBackfills(
            ObjectProvider<Migrator> migrators,
            MigrateProperties properties,
            ObjectProvider<BackfillListener> listeners,
            MigrationStart start,
            ApplicationContext context) {
        return new BackgroundBackfills(migrators, properties.backfill(), listeners, start, context);
    }
}
