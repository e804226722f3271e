package dev.migrate.autoconfigure;

import javax.sql.DataSource;

import org.junit.jupiter.api.Test;
import org.postgresql.Driver;
import org.springframework.aot.test.generate.TestGenerationContext;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.aot.ApplicationContextAotGenerator;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.test.tools.CompileWithForkedClassLoader;
import org.springframework.core.test.tools.Compiled;
import org.springframework.core.test.tools.TestCompiler;
import org.springframework.javapoet.ClassName;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

import dev.migrate.actuate.MigrationMetricsAutoConfiguration;
import dev.migrate.actuate.MigrationsEndpoint;
import dev.migrate.actuate.MigrationsEndpointAutoConfiguration;
import dev.migrate.actuate.MigrationsHealthAutoConfiguration;
import dev.migrate.autoconfigure.shop.ShopDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/** An application that is processed ahead of time, compiled and run. */
class ProcessedApplicationTests {

    private static final String JAVA = "migrate.java-packages=dev.migrate.autoconfigure.revisions";

    /** Where the test is created in a second class loader, it finds the database of the first. */
    private static final String URL = ProcessedApplicationTests.class.getName() + ".url";

    private final DataSource database;

    ProcessedApplicationTests() {
        if (System.getProperty(URL) == null) {
            System.setProperty(URL, new ShopDatabase().url());
        }
        database = new SimpleDriverDataSource(new Driver(), System.getProperty(URL));
    }

    @Test
    @CompileWithForkedClassLoader
    void upgradesItsDatabaseWhenItRuns() {
        TestGenerationContext generation =
                new TestGenerationContext(ClassName.get("dev.migrate.autoconfigure", "Processed"));
        ClassName processed = process(generation);

        TestCompiler.forSystem().with(generation).compile(compiled -> {
            try (GenericApplicationContext context = new GenericApplicationContext()) {
                context.setClassLoader(compiled.getClassLoader());
                TestPropertyValues.of("spring.datasource.url=" + System.getProperty(URL), "migrate.auto-run=true")
                        .and("migrate.locations=classpath:revisions/toys", JAVA)
                        .applyTo(context);
                initializer(compiled, processed).initialize(context);
                context.refresh();

                assertThat(JdbcClient.create(database)
                                .sql("SELECT version_num FROM migrate_version")
                                .query(String.class)
                                .single())
                        .isEqualTo("dddd44444444");
                assertThat(context.getBean(MigrationsEndpoint.class).migration("cccc33333333"))
                        .isNotNull();
            }
        });
    }

    private static ClassName process(TestGenerationContext generation) {
        try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
            TestPropertyValues.of(JAVA, "management.endpoints.web.exposure.include=migrations")
                    .applyTo(context);
            context.register(Application.class);
            ClassName processed = new ApplicationContextAotGenerator().processAheadOfTime(context, generation);
            generation.writeGeneratedContent();
            return processed;
        }
    }

    @SuppressWarnings("unchecked")
    private static ApplicationContextInitializer<GenericApplicationContext> initializer(
            Compiled compiled, ClassName name) {
        return compiled.getInstance(ApplicationContextInitializer.class, name.canonicalName());
    }

    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        MigrateAutoConfiguration.class,
        MigrationsEndpointAutoConfiguration.class,
        MigrationsHealthAutoConfiguration.class,
        MigrationMetricsAutoConfiguration.class
    })
    static class Application {}
}
