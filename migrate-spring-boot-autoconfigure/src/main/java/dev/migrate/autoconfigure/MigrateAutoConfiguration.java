package dev.migrate.autoconfigure;

import javax.sql.DataSource;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.LazyInitializationExcludeFilter;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.sql.init.dependency.DatabaseInitializationDependencyConfigurer;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ResourceLoader;

import dev.migrate.Extensions;
import dev.migrate.Migrator;
import dev.migrate.autogenerate.Autogeneration;
import dev.migrate.autogenerate.ModelSource;
import dev.migrate.autogenerate.RevisionCustomizer;
import dev.migrate.autogenerate.SchemaFilter;
import dev.migrate.dialect.Dialect;
import dev.migrate.lint.Linting;
import dev.migrate.lint.rule.LintRule;
import dev.migrate.run.Application;
import dev.migrate.run.RunListener;
import dev.migrate.schema.SchemaSource;

/** Sets up a {@link Migrator} for the application's database, and what start-up does with it. */
@AutoConfiguration(after = DataSourceAutoConfiguration.class)
@ConditionalOnBooleanProperty(name = "migrate.enabled", matchIfMissing = true)
@EnableConfigurationProperties(MigrateProperties.class)
@Import({DatabaseInitializationDependencyConfigurer.class, MigrateModelConfiguration.class, BackfillConfiguration.class
})
public final class MigrateAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean(MigrateConnectionDetails.class)
    PropertiesConnectionDetails migrateConnectionDetails(MigrateProperties properties) {
        return new PropertiesConnectionDetails(properties);
    }

    @Bean
    @ConditionalOnMissingBean
    Migrator migrator(
            MigrateProperties properties,
            Environment environment,
            MigrationDataSource.Origins origins,
            ObjectProvider<Dialect> dialects,
            ObjectProvider<RunListener> listeners,
            JavaRevisions javaRevisions,
            Autogeneration autogeneration,
            Linting linting,
            JavaBackfills javaBackfills) {
        Application application = new Application(
                environment.getProperty("spring.application.name", ""),
                environment.getProperty("spring.application.version", ""));
        MigrationDataSource dataSource = new MigrationDataSource(origins);
        Extensions extensions = new Extensions(
                dialects.orderedStream().toList(),
                listeners.orderedStream().toList(),
                javaRevisions,
                () -> autogeneration,
                dataSource::url,
                () -> linting,
                javaBackfills);
        return new Migrator(
                properties.toSettings(application).withJavaPackages(javaRevisions.packages()), dataSource, extensions);
    }

    @Bean
    @ConditionalOnMissingBean
    Autogeneration migrateAutogeneration(
            MigrateProperties properties,
            ModelSource model,
            ObjectProvider<SchemaFilter> filters,
            ObjectProvider<RevisionCustomizer> customizers) {
        SchemaFilter filter = SchemaFilter.named(
                properties.autogenerate().include(), properties.autogenerate().exclude());
        for (SchemaFilter bean : filters.orderedStream().toList()) {
            filter = filter.and(bean);
        }
        return new Autogeneration(model, filter, customizers.orderedStream().toList());
    }

    @Bean
    @ConditionalOnMissingBean
    Linting migrateLinting(MigrateProperties properties, ObjectProvider<LintRule> rules) {
        return new Linting(properties.toLintSettings(), rules.orderedStream().toList());
    }

    @Bean
    @ConditionalOnMissingBean(ModelSource.class)
    ApplicationModel migrateModel(
            MigrateProperties properties,
            ResourceLoader resources,
            ObjectProvider<SchemaSource> sources,
            ObjectProvider<EntityModelSource> entities) {
        return new ApplicationModel(sources, properties.model(), resources, entities);
    }

    @Bean
    JavaRevisions migrateJavaRevisions(MigrateProperties properties, ConfigurableListableBeanFactory beans) {
        return new JavaRevisions(beans, properties.javaPackages());
    }

    @Bean
    MigrationDataSource.Origins migrationDataSourceOrigins(
            @MigrateDataSource ObjectProvider<DataSource> marked,
            ObjectProvider<DataSource> application,
            ObjectProvider<MigrateConnectionDetails> details,
            ObjectProvider<JdbcConnectionDetails> configured) {
        return new MigrationDataSource.Origins(marked, details, application, configured);
    }

    @Bean
    LastRun migrationLastRun() {
        return new LastRun();
    }

    @Bean
    RunLog migrateRunLog(Environment environment) {
        return new RunLog(CommandWord.of(environment));
    }

    @Bean
    MigrationEvents migrationEvents(ApplicationContext context, MigrateProperties properties) {
        return new MigrationEvents(context, properties.transaction());
    }

    @Bean
    MigrationStart migrationStart(
            ObjectProvider<Migrator> migrators,
            MigrateProperties properties,
            Environment environment,
            ObjectProvider<SliceMarker> slice) {
        return new MigrationStart(migrators, properties, environment, slice);
    }

    @Bean
    @ConditionalOnMissingBean
    MigrationInitializer migrationInitializer(MigrationStart start) {
        return new MigrationInitializer(start);
    }

    /** A database that has to be upgraded is upgraded at start-up, even if everything else is created when it is needed. */
    @Bean
    static LazyInitializationExcludeFilter migrationInitializerIsNotLazy() {
        return LazyInitializationExcludeFilter.forBeanTypes(MigrationInitializer.class);
    }

    @Bean
    BackgroundMigration backgroundMigration(MigrationStart start, LastRun lastRun, ApplicationContext context) {
        return new BackgroundMigration(start, lastRun, context);
    }

    @Bean
    MigrateSchemaManagementProvider migrateSchemaManagementProvider(ObjectProvider<DataSource> application) {
        return new MigrateSchemaManagementProvider(application);
    }
}
