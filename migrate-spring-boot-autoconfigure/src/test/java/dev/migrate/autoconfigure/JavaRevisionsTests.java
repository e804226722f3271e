package dev.migrate.autoconfigure;

import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import dev.migrate.Migrator;
import dev.migrate.autoconfigure.revisions.NameToys;
import dev.migrate.autoconfigure.shop.ShopDatabase;
import dev.migrate.operation.Operations;
import dev.migrate.script.InvalidScriptsException;
import dev.migrate.script.JavaRevision;
import dev.migrate.script.RevisionHeader;
import dev.migrate.script.RevisionScript;
import dev.migrate.script.ScriptProblem;

import static org.assertj.core.api.Assertions.assertThat;

class JavaRevisionsTests {

    private static final String FOUND = "migrate.java-packages=dev.migrate.autoconfigure.revisions";

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(MigrateAutoConfiguration.class))
            .withUserConfiguration(Base.class)
            .withPropertyValues("migrate.locations=classpath:nowhere", "migrate.when-behind=ignore");

    @Test
    void theyAreFoundUnderTheBasePackageOfTheApplication() {
        runner.withUserConfiguration(InPackage.class).run(context -> assertThat(
                        context.getBean(Migrator.class).scripts().scripts())
                .extracting(RevisionScript::id)
                .containsExactly("aaaa11111111", "bbbb22222222", "cccc33333333", "dddd44444444"));
    }

    @Test
    void theyAreFoundInTheConfiguredPackages() {
        runner.withPropertyValues(FOUND).run(context -> {
            Migrator migrator = context.getBean(Migrator.class);
            assertThat(migrator.scripts().scripts()).hasSize(4);
            assertThat(migrator.settings().javaPackages()).containsExactly("dev.migrate.autoconfigure.revisions");
        });
    }

    @Test
    void noPackageIsAnAnswerToo() {
        runner.withUserConfiguration(InPackage.class)
                .withPropertyValues("migrate.java-packages=")
                .run(context -> assertThat(
                                context.getBean(Migrator.class).scripts().scripts())
                        .hasSize(2));
    }

    @Test
    void constructorArgumentsAreInjected() {
        runner.withPropertyValues(FOUND, "toys.table=playthings")
                .run(context -> assertThat(context.getBean(Migrator.class)
                                .scripts()
                                .script("cccc33333333")
                                .upgrade()
                                .operations())
                        .extracting(operation -> operation.describe())
                        .containsExactly("create table playthings"));
    }

    @Test
    void classThatIsABeanAsWellIsLoadedOnce() {
        runner.withPropertyValues(FOUND).withBean(NameToys.class).run(context -> {
            assertThat(context.getBean(Migrator.class).scripts().scripts()).hasSize(4);
        });
    }

    @Test
    void allProblemsComeInOneReport() {
        ShopDatabase database = new ShopDatabase();
        runner.withConfiguration(AutoConfigurations.of(
                        DataSourceAutoConfiguration.class,
                        JdbcTemplateAutoConfiguration.class,
                        JdbcClientAutoConfiguration.class))
                .withPropertyValues(
                        "spring.datasource.url=" + database.url(),
                        "migrate.auto-run=true",
                        "migrate.java-packages=dev.migrate.autoconfigure.broken")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .isInstanceOfSatisfying(InvalidScriptsException.class, failure -> {
                            assertThat(failure.problems())
                                    .extracting(ScriptProblem::message)
                                    .satisfiesExactly(
                                            message ->
                                                    assertThat(message).isEqualTo("The class has no @RevisionHeader"),
                                            message -> assertThat(message).startsWith("No instance can be made: "));
                            assertThat(failure.problems().get(1).hint())
                                    .contains("beans that do not need the database");
                        }));
    }

    @Test
    void theyRunWithTheApplication() {
        ShopDatabase database = new ShopDatabase();
        runner.withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class))
                .withPropertyValues(FOUND, "spring.datasource.url=" + database.url(), "migrate.auto-run=true")
                .run(context -> {
                    assertThat(context).hasNotFailed();
                    assertThat(database.heads()).containsExactly("dddd44444444");
                });
    }

    @Configuration(proxyBeanMethods = false)
    @AutoConfigurationPackage
    static class InPackage {}

    /** Beans of several kinds. */
    @Configuration(proxyBeanMethods = false)
    static class Base {

        @Bean
        JavaRevision people() {
            return new People();
        }

        @Bean
        Pets pets() {
            return new Pets();
        }
    }

    @RevisionHeader(id = "aaaa11111111", message = "Create people")
    static class People implements JavaRevision {

        @Override
        public void upgrade(Operations op) {
            op.execute("CREATE TABLE people (id int)");
        }

        @Override
        public void downgrade(Operations op) {
            op.dropTable("people");
        }
    }

    @RevisionHeader(id = "bbbb22222222", revises = "aaaa11111111", message = "Create pets")
    static class Pets implements JavaRevision {

        @Override
        public void upgrade(Operations op) {}
    }
}
