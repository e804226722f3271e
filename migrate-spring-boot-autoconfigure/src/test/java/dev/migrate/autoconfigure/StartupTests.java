package dev.migrate.autoconfigure;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.SpringProperties;

import dev.migrate.autoconfigure.shop.ShopDatabase;
import dev.migrate.error.MigrateException;
import dev.migrate.testing.OwnThread;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(OutputCaptureExtension.class)
class StartupTests {

    private final ShopDatabase database = new ShopDatabase();

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class, MigrateAutoConfiguration.class))
            .withPropertyValues(database.properties("two"));

    @Test
    void upgradesWhenTheProperySaysSo(CapturedOutput output) {
        runner.withPropertyValues("migrate.auto-run=true").run(context -> {
            assertThat(database.heads()).containsExactly("b22222222222");
            assertThat(output)
                    .contains("migrate: Running upgrade <base> -> a11111111111, Create products")
                    .contains("migrate: upgraded from <base> to b22222222222, 2 revisions in ")
                    .contains("auto-run is on: migrate.auto-run=true");
        });
    }

    @Test
    void upgradesUnderAProfileOfProduction(CapturedOutput output) {
        runner.withPropertyValues("spring.profiles.active=production").run(context -> {
            assertThat(database.heads()).containsExactly("b22222222222");
            assertThat(output).contains("auto-run is on: profile production is active");
        });
    }

    @Test
    void upgradesUnderAConfiguredProfile() {
        runner.withPropertyValues("spring.profiles.active=staging", "migrate.auto-run-profiles=staging")
                .run(context -> assertThat(database.heads()).containsExactly("b22222222222"));
    }

    @Test
    void thePropertyIsStrongerThanTheProfile() {
        runner.withPropertyValues("spring.profiles.active=production", "migrate.auto-run=false")
                .run(context -> assertThat(database.heads()).isEmpty());
    }

    @Test
    void upgradesToTheConfiguredTarget() {
        runner.withPropertyValues("migrate.auto-run=true", "migrate.target=a11111111111")
                .run(context -> assertThat(database.heads()).containsExactly("a11111111111"));
    }

    @Test
    void aTrainingRunLeavesTheDatabaseAlone() {
        // In the background phase nothing happens by itself here, and a refresh under the property would end the JVM.
        runner.withPropertyValues("migrate.auto-run=true", "migrate.phase=background")
                .run(context -> {
                    MigrationStart start = context.getBean(MigrationStart.class);
                    SpringProperties.setProperty("spring.context.exit", "onRefresh");
                    try {
                        start.run();
                    } finally {
                        SpringProperties.setProperty("spring.context.exit", null);
                    }
                    assertThat(database.has("migrate_version")).isFalse();
                    start.run();
                    assertThat(database.heads()).containsExactly("b22222222222");
                });
    }

    @Test
    void oneLineSaysThatNothingIsToBeDone(CapturedOutput output) {
        database.upgrade("two");
        runner.withPropertyValues("migrate.auto-run=true").run(context -> assertThat(output)
                .contains("migrate: up to date at b22222222222, 2 applied; auto-run"));
    }

    @Test
    void oneLineSaysTheSameWithoutAutoRun(CapturedOutput output) {
        database.upgrade("two");
        runner.run(
                context -> assertThat(output)
                        .contains(
                                "migrate: up to date at b22222222222, 2 applied; auto-run is off: migrate.auto-run is not set"));
    }

    @Test
    void aDatabaseBehindIsWarnedAbout(CapturedOutput output) {
        database.upgrade("one");
        runner.run(context -> {
            assertThat(context).hasNotFailed();
            assertThat(output)
                    .contains("migrate: the database is behind by 1 revision, at a11111111111 of b22222222222");
        });
    }

    @Test
    void anUnreachableDatabaseIsWarnedAbout(CapturedOutput output) {
        runner.withPropertyValues("spring.datasource.url=jdbc:postgresql://localhost:1/none")
                .run(context -> {
                    assertThat(context).hasNotFailed();
                    assertThat(output).contains("WARN").contains("Hint: ");
                });
    }

    @Test
    void aDatabaseBehindIsIgnoredWithoutLooking(CapturedOutput output) {
        runner.withPropertyValues(
                        "migrate.when-behind=ignore", "spring.datasource.url=jdbc:postgresql://localhost:1/none")
                .run(context -> {
                    assertThat(context).hasNotFailed();
                    assertThat(output)
                            .contains("migrate: the database is not looked at")
                            .doesNotContain("WARN");
                });
    }

    @Test
    void aDatabaseBehindFailsTheStart() {
        runner.withPropertyValues("migrate.when-behind=fail").run(context -> assertThat(context)
                .getFailure()
                .rootCause()
                .isInstanceOfSatisfying(MigrateException.class, failure -> {
                    assertThat(failure)
                            .hasMessage("The application does not start: the database is behind by 2 revisions,"
                                    + " at <base> of b22222222222");
                    assertThat(failure.hint()).contains("migrate upgrade");
                }));
    }

    @Test
    void waitsForAnotherProcess() throws Exception {
        CompletableFuture<Void> other = CompletableFuture.runAsync(
                () -> database.upgrade("two"),
                CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS, OwnThread::start));
        runner.withPropertyValues("migrate.when-behind=wait").run(context -> {
            assertThat(context).hasNotFailed();
            assertThat(database.heads()).containsExactly("b22222222222");
        });
        other.get(30, TimeUnit.SECONDS);
    }

    @Test
    void waitsOnlyWhileSomethingMoves() {
        runner.withPropertyValues("migrate.when-behind=wait", "migrate.lock-wait=1s")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessage("No other process has upgraded the database within 1 s"));
    }

    @Test
    void aDatabaseAheadIsAllowed(CapturedOutput output) {
        database.upgrade("two");
        runner.withPropertyValues("migrate.locations=classpath:revisions/one", "migrate.auto-run=true")
                .run(context -> {
                    assertThat(context).hasNotFailed();
                    assertThat(database.heads()).containsExactly("b22222222222");
                    assertThat(output).contains("migrate: the database is ahead of this build, at b22222222222");
                });
    }

    @Test
    void aDatabaseAheadFailsTheStartIfItMayNotBe() {
        database.upgrade("two");
        runner.withPropertyValues(
                        "migrate.locations=classpath:revisions/one", "migrate.auto-run=true", "migrate.when-ahead=fail")
                .run(context -> assertThat(context).getFailure().rootCause().isInstanceOf(MigrateException.class));
        runner.withPropertyValues("migrate.locations=classpath:revisions/one", "migrate.when-ahead=fail")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessage("The application does not start: the database is ahead of this build:"
                                + " it holds b22222222222"));
    }

    @Test
    void aDatabaseThatHasDivergedFailsAnUpgrade() {
        database.upgrade("other");
        runner.withPropertyValues("migrate.auto-run=true").run(context -> {
            assertThat(context).getFailure().rootCause().isInstanceOf(MigrateException.class);
            assertThat(database.heads()).containsExactly("d44444444444");
        });
    }

    @Test
    void aFailedRevisionFailsTheStart() {
        runner.withPropertyValues("migrate.locations=classpath:revisions/broken", "migrate.auto-run=true")
                .run(context -> {
                    assertThat(context)
                            .getFailure()
                            .hasStackTraceContaining("column \"price\" of relation \"product\" does not exist");
                    assertThat(database.heads()).containsExactly("a11111111111");
                });
    }

    @Test
    void noRevisionsAreWarnedAboutWithoutConnecting(CapturedOutput output) {
        runner.withPropertyValues(
                        "migrate.locations=classpath:nowhere",
                        "migrate.auto-run=true",
                        "spring.datasource.url=jdbc:postgresql://localhost:1/none")
                .run(context -> {
                    assertThat(context).hasNotFailed();
                    assertThat(output).contains("migrate: no revisions in classpath:nowhere");
                });
    }
}
