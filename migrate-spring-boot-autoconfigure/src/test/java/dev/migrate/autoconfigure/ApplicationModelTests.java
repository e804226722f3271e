package dev.migrate.autoconfigure;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import dev.migrate.autogenerate.Model;
import dev.migrate.autogenerate.ModelSource;
import dev.migrate.dialect.Dialects;
import dev.migrate.error.MigrateException;
import dev.migrate.schema.Detail;
import dev.migrate.schema.Schema;
import dev.migrate.schema.SchemaSource;
import dev.migrate.testing.TestDatabases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ApplicationModelTests {

    private final DriverManagerDataSource database = TestDatabases.postgres();

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class, MigrateAutoConfiguration.class))
            .withPropertyValues("spring.datasource.url=" + database.getUrl(), "migrate.locations=classpath:nowhere");

    @Test
    void anApplicationWithoutHibernateIsToldHowToGiveAModel() {
        runner.withClassLoader(new FilteredClassLoader("org.hibernate", "jakarta.persistence"))
                .run(context -> assertThatExceptionOfType(MigrateException.class)
                        .isThrownBy(() -> read(context))
                        .satisfies(failure -> assertThat(failure.hint())
                                .contains("migrate.model=classpath:schema.sql", "SchemaSource bean")));
    }

    @Test
    void anApplicationWithoutSpringOrmIsToldSoToo() {
        runner.withClassLoader(new FilteredClassLoader("org.springframework.orm"))
                .run(context -> assertThatExceptionOfType(MigrateException.class)
                        .isThrownBy(() -> read(context))
                        .withMessage("There is no model to compare the database with"));
    }

    @Test
    void aScriptThatIsNotThereIsReported() {
        runner.withPropertyValues("migrate.model=classpath:no-schema.sql")
                .run(context -> assertThatExceptionOfType(MigrateException.class)
                        .isThrownBy(() -> read(context))
                        .withMessageContaining("classpath:no-schema.sql"));
    }

    @Test
    void severalSourcesAreRefused() {
        runner.withBean("one", SchemaSource.class, () -> ApplicationModelTests::nothing)
                .withBean("other", SchemaSource.class, () -> ApplicationModelTests::nothing)
                .run(context -> assertThatExceptionOfType(MigrateException.class)
                        .isThrownBy(() -> read(context))
                        .withMessage("There are several SchemaSource beans"));
    }

    @Test
    void aModelSourceReplacesEverything() {
        runner.withBean(ModelSource.class, () -> (connection, dialect, own) -> new Model(nothing(), Detail.ENTITIES))
                .withPropertyValues("migrate.model=classpath:no-schema.sql")
                .run(context -> assertThat(read(context).schema()).isEqualTo(nothing()));
    }

    private Model read(ApplicationContext context) throws SQLException {
        try (Connection connection = database.getConnection()) {
            return context.getBean(ModelSource.class)
                    .read(connection, Dialects.builtIn().get(0), "public");
        }
    }

    private static Schema nothing() {
        return new Schema(List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
    }
}
