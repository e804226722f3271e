package dev.migrate.autoconfigure;

import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

import dev.migrate.MigrateSettings;
import dev.migrate.run.Application;
import dev.migrate.run.ChecksumPolicy;
import dev.migrate.run.TransactionMode;

import static org.assertj.core.api.Assertions.assertThat;

class MigratePropertiesTests {

    private final ApplicationContextRunner runner =
            new ApplicationContextRunner().withUserConfiguration(OnlyProperties.class);

    @Test
    void defaultsAreThoseOfTheEngine() {
        runner.run(
                context -> assertThat(context.getBean(MigrateProperties.class).toSettings(new Application("", "")))
                        .isEqualTo(MigrateSettings.defaults()));
    }

    @Test
    void everyValueReachesTheEngine() {
        runner.withPropertyValues(
                        "migrate.locations=classpath:a,file:b",
                        "migrate.schema=books",
                        "migrate.version-table=alembic_version",
                        "migrate.transaction=single",
                        "migrate.connect-wait=1m",
                        "migrate.lock-wait=1h",
                        "migrate.postgresql.lock-timeout=5s",
                        "migrate.checksum-mismatch=ignore")
                .run(context -> {
                    MigrateSettings settings =
                            context.getBean(MigrateProperties.class).toSettings(new Application("shop", "1"));
                    assertThat(settings.locations()).containsExactly("classpath:a", "file:b");
                    assertThat(settings.run().books().schema()).isEqualTo("books");
                    assertThat(settings.run().books().version()).isEqualTo("alembic_version");
                    assertThat(settings.run().transaction()).isEqualTo(TransactionMode.SINGLE);
                    assertThat(settings.run().connectWait()).hasMinutes(1);
                    assertThat(settings.run().lockWait()).hasHours(1);
                    assertThat(settings.run().timeouts().lock()).hasSeconds(5);
                    assertThat(settings.run().checksumMismatch()).isEqualTo(ChecksumPolicy.IGNORE);
                    assertThat(settings.run().application().name()).isEqualTo("shop");
                });
    }

    @Test
    void thePasswordIsNotPrinted() {
        runner.withPropertyValues("migrate.password=secret")
                .run(context -> assertThat(context.getBean(MigrateProperties.class))
                        .asString()
                        .doesNotContain("secret"));
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(MigrateProperties.class)
    static class OnlyProperties {}
}
