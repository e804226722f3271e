package dev.migrate.autoconfigure;

import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.jdbc.SchemaManagement;
import org.springframework.boot.jdbc.SchemaManagementProvider;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

import dev.migrate.MigrateSettings;
import dev.migrate.Migrator;
import dev.migrate.autoconfigure.shop.Product;
import dev.migrate.autoconfigure.shop.ShopDatabase;
import dev.migrate.error.MigrateException;
import dev.migrate.revision.Target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class MigrateAutoConfigurationTests {

    private final ShopDatabase database = new ShopDatabase();

    private final ApplicationContextRunner withoutDatabase =
            new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(MigrateAutoConfiguration.class));

    private final ApplicationContextRunner runner = withoutDatabase
            .withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class))
            .withPropertyValues(database.properties("two"));

    @Test
    void disablingTakesEverythingAway() {
        runner.withPropertyValues("migrate.enabled=false").run(context -> assertThat(context)
                .doesNotHaveBean(Migrator.class)
                .doesNotHaveBean(MigrationInitializer.class));
    }

    @Test
    void theMigratorIsThereWithoutADatabase() {
        withoutDatabase
                .withPropertyValues("migrate.locations=classpath:revisions/two", "migrate.when-behind=ignore")
                .run(context -> {
                    assertThat(context).hasNotFailed().hasSingleBean(Migrator.class);
                    assertThat(context.getBean(Migrator.class).scripts().scripts())
                            .hasSize(2);
                });
    }

    @Test
    void aMissingDataSourceComesWithAHint() {
        withoutDatabase
                .withPropertyValues("migrate.locations=classpath:revisions/two", "migrate.auto-run=true")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .isInstanceOfSatisfying(MigrateException.class, failure -> {
                            assertThat(failure).hasMessage("There is no DataSource to migrate");
                            assertThat(failure.hint()).contains("spring.datasource.url");
                        }));
    }

    @Test
    void anApplicationsOwnMigratorIsUsed() {
        runner.withUserConfiguration(OwnMigrator.class)
                .withPropertyValues("migrate.auto-run=true")
                .run(context -> {
                    assertThat(context).hasSingleBean(Migrator.class).hasBean("ownMigrator");
                    assertThat(database.heads()).containsExactly("a11111111111");
                });
    }

    @Test
    void migratesBeforeJpaValidates() {
        runner.withConfiguration(AutoConfigurations.of(HibernateJpaAutoConfiguration.class))
                .withUserConfiguration(Entities.class)
                .withPropertyValues("migrate.auto-run=true", "spring.jpa.hibernate.ddl-auto=validate")
                .run(context -> {
                    assertThat(context).hasNotFailed();
                    assertThat(context.getBeanFactory()
                                    .getBeanDefinition("entityManagerFactory")
                                    .getDependsOn())
                            .contains("migrationInitializer");
                });
    }

    @Test
    void lazyInitializationDoesNotPutOffTheUpgrade() {
        runner.withInitializer(context ->
                        context.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor()))
                .withPropertyValues("migrate.auto-run=true")
                .run(context -> assertThat(database.heads()).containsExactly("b22222222222"));
    }

    @Test
    void jdbcTemplateWaitsForTheMigration() {
        runner.withConfiguration(AutoConfigurations.of(JdbcTemplateAutoConfiguration.class))
                .run(context -> assertThat(context.getBeanFactory()
                                .getBeanDefinition("jdbcTemplate")
                                .getDependsOn())
                        .contains("migrationInitializer"));
    }

    @Test
    void theSchemaOfTheApplicationsDatabaseIsManaged() {
        runner.run(context -> {
            SchemaManagementProvider provider = context.getBean(SchemaManagementProvider.class);
            assertThat(provider.getSchemaManagement(context.getBean(DataSource.class)))
                    .isEqualTo(SchemaManagement.MANAGED);
            assertThat(provider.getSchemaManagement(database.dataSource())).isEqualTo(SchemaManagement.UNMANAGED);
        });
    }

    @Test
    void neitherActuatorNorMicrometerNorHikariIsNeeded() {
        runner.withClassLoader(new FilteredClassLoader(
                        "org.springframework.boot.actuate",
                        "org.springframework.boot.health",
                        "io.micrometer",
                        "com.zaxxer",
                        "org.testcontainers",
                        "org.hibernate",
                        "jakarta.persistence"))
                .withPropertyValues(
                        "migrate.auto-run=true",
                        "spring.datasource.type=" + "org.springframework.jdbc.datasource.SimpleDriverDataSource")
                .run(context -> {
                    assertThat(context).hasNotFailed();
                    assertThat(database.heads()).containsExactly("b22222222222");
                });
    }

    @Test
    void theApplicationIsRecordedInTheHistory() {
        runner.withPropertyValues(
                        "migrate.auto-run=true", "spring.application.name=shop", "spring.application.version=1.2")
                .run(context -> assertThat(
                                context.getBean(Migrator.class).settings().run().application())
                        .hasToString("Application[name=shop, version=1.2]"));
    }

    @Test
    void eventsOfTheStartUpReachListeners() {
        runner.withUserConfiguration(Listening.class)
                .withPropertyValues("migrate.auto-run=true")
                .run(context -> {
                    assertThat(context.getBean(Listening.class).applied)
                            .containsExactly("a11111111111", "b22222222222");
                    context.getBean(Migrator.class).downgrade(Target.parse("-1"));
                    assertThat(context.getBean(Listening.class).reverted).containsExactly("b22222222222");
                });
    }

    @Test
    void aListenerThatFailsDoesNotEndTheRun() {
        runner.withUserConfiguration(Failing.class).run(context -> {
            context.getBean(Migrator.class).upgrade(Target.heads());
            assertThat(database.heads()).containsExactly("b22222222222");
        });
    }

    @Test
    void aRunThatIsRolledBackHasAppliedNothing() {
        runner.withUserConfiguration(Listening.class)
                .withPropertyValues("migrate.locations=classpath:revisions/broken", "migrate.transaction=single")
                .run(context -> {
                    assertThatThrownBy(() -> context.getBean(Migrator.class).upgrade(Target.heads()))
                            .isInstanceOf(MigrateException.class);
                    assertThat(context.getBean(Listening.class).applied).isEmpty();
                    assertThat(context.getBean(Listening.class).failed).hasSize(1);
                    assertThat(database.heads()).isEmpty();
                });
    }

    @Configuration(proxyBeanMethods = false)
    static class OwnMigrator {

        @Bean
        Migrator ownMigrator(ObjectProvider<DataSource> dataSource) {
            return new Migrator(
                    MigrateSettings.defaults().withLocations(List.of("classpath:revisions/one")),
                    dataSource.getObject());
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EntityScan(basePackageClasses = Product.class)
    static class Entities {}

    @Configuration(proxyBeanMethods = false)
    static class Listening {

        final List<String> applied = new ArrayList<>();

        final List<String> reverted = new ArrayList<>();

        final List<MigrateException> failed = new ArrayList<>();

        @EventListener
        void on(MigrationFailed event) {
            failed.add(event.failure());
        }

        @EventListener
        void on(RevisionApplied event) {
            applied.add(event.revision().id());
        }

        @EventListener
        void on(RevisionReverted event) {
            reverted.add(event.revision().id());
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Failing {

        @EventListener
        void on(RevisionApplied event) {
            throw new IllegalStateException(event.revision().id());
        }
    }
}
