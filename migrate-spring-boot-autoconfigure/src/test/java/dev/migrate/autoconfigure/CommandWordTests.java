package dev.migrate.autoconfigure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

import dev.migrate.autoconfigure.shop.ShopDatabase;
import dev.migrate.error.MigrateException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What a start tells people to type, where {@code migrate.cli.name} is another word. */
@ExtendWith(OutputCaptureExtension.class)
class CommandWordTests {

    private static final String HELD =
            "-- revision: cccc33333333\n-- message: Hold\n-- requires-backfill: prices\n-- migrate:upgrade\nSELECT 1;\n";

    private final ShopDatabase database = new ShopDatabase();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void aStartThatIsRefused(CapturedOutput output) {
        assertThatThrownBy(() -> start("classpath:revisions/two", "--migrate.when-behind=fail"))
                .hasRootCauseInstanceOf(MigrateException.class);

        assertThat(output).contains("Run `db upgrade` first").doesNotContain("`migrate ");
    }

    @Test
    void aRevisionThatWasChanged(CapturedOutput output) throws IOException {
        Files.writeString(folder.resolve("a.sql"), "-- revision: aaaa\n-- message: A\n-- migrate:upgrade\nSELECT 1;\n");
        start("file:" + folder, "--migrate.auto-run=true");
        Files.writeString(folder.resolve("a.sql"), "-- revision: aaaa\n-- message: A\n-- migrate:upgrade\nSELECT 2;\n");

        assertThatThrownBy(() -> start("file:" + folder, "--migrate.auto-run=true"))
                .hasRootCauseInstanceOf(MigrateException.class);

        assertThat(output).contains("`db resolve aaaa --accept-checksum`").doesNotContain("`migrate ");
    }

    @Test
    void aRevisionThatIsHeldBack(CapturedOutput output) throws IOException {
        database.jdbc().sql("CREATE TABLE price AS SELECT 1 AS id").update();
        database.jdbc().sql("ALTER TABLE price ADD PRIMARY KEY (id)").update();
        Path revisions = Files.createDirectory(folder.resolve("revisions"));
        Files.writeString(revisions.resolve("held.sql"), HELD);
        Path backfills = Files.createDirectory(folder.resolve("backfills"));
        Files.writeString(
                backfills.resolve("prices.sql"),
                "-- backfill: prices\n-- table: price\n-- key: id\nUPDATE price SET id = id WHERE id BETWEEN :from AND :to");

        start("file:" + revisions, "--migrate.auto-run=true", "--migrate.backfill.locations=file:" + backfills);

        assertThat(output).contains("Finish it with `db backfill run prices`").doesNotContain("`migrate ");
    }

    @Test
    void aFailureInTheBackground(CapturedOutput output) throws InterruptedException {
        database.upgrade("other");

        try (ConfigurableApplicationContext context =
                context("classpath:revisions/two", "--migrate.auto-run=true", "--migrate.phase=background")) {
            LastRun lastRun = context.getBean(LastRun.class);
            for (int i = 0; i < 600 && lastRun.failure() == null; i++) {
                Thread.sleep(50);
            }
        }

        assertThat(output).contains("Hint: ").contains("`db stamp --purge").doesNotContain("`migrate ");
    }

    private void start(String location, String... properties) {
        context(location, properties).close();
    }

    private ConfigurableApplicationContext context(String location, String... properties) {
        String[] arguments = new String[properties.length + 3];
        arguments[0] = "--spring.datasource.url=" + database.url();
        arguments[1] = "--migrate.locations=" + location;
        arguments[2] = "--migrate.cli.name=db";
        System.arraycopy(properties, 0, arguments, 3, properties.length);
        return new SpringApplicationBuilder(Application.class)
                .web(WebApplicationType.NONE)
                .run(arguments);
    }

    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration({DataSourceAutoConfiguration.class, MigrateAutoConfiguration.class})
    static class Application {}
}
