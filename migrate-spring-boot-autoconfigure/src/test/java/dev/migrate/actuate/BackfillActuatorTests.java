package dev.migrate.actuate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import dev.migrate.Migrator;
import dev.migrate.actuate.MigrationsDescriptor.BackfillDescriptor;
import dev.migrate.actuate.MigrationsDescriptor.HeldBackDescriptor;
import dev.migrate.actuate.MigrationsDescriptor.MigratorDescriptor;
import dev.migrate.autoconfigure.MigrateAutoConfiguration;
import dev.migrate.autoconfigure.shop.ShopDatabase;
import dev.migrate.backfill.BackfillListener;
import dev.migrate.error.MigrateException;

import static org.assertj.core.api.Assertions.assertThat;

/** How far backfills have come, to those who watch an application. */
class BackfillActuatorTests {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private final ShopDatabase database = new ShopDatabase();

    private final MeterRegistry meters = new SimpleMeterRegistry();

    @BeforeEach
    void backfillAndARevisionThatWaitsForIt() throws IOException {
        database.jdbc()
                .sql("CREATE TABLE item (id bigint PRIMARY KEY, times int NOT NULL DEFAULT 0)")
                .update();
        database.jdbc().sql("INSERT INTO item SELECT generate_series(1, 400)").update();
        Files.writeString(
                Files.createDirectory(folder.resolve("revisions")).resolve("held.sql"),
                "-- revision: cccc33333333\n-- message: Hold\n-- requires-backfill: count\n-- migrate:upgrade\n"
                        + "ALTER TABLE item ADD CHECK (times > 0);");
        Files.writeString(
                Files.createDirectory(folder.resolve("backfills")).resolve("count.sql"),
                "-- backfill: count\n-- table: item\n-- key: id\n-- message: Counts\n"
                        + "UPDATE item SET times = times + 1 WHERE id BETWEEN :from AND :to");
    }

    @Test
    void endpointShowsBackfillsAndWhatWaitsForThem() {
        runner().run(context -> {
            MigrationsEndpoint endpoint = new MigrationsEndpoint(context.getSourceApplicationContext());

            MigratorDescriptor before = only(endpoint);
            assertThat(before.heldBack())
                    .containsExactly(new HeldBackDescriptor("cccc33333333", "count", "was never begun"));
            assertThat(before.backfills())
                    .singleElement()
                    .extracting(BackfillDescriptor::state)
                    .isEqualTo("PENDING");

            context.getBean(Migrator.class).backfills().run("count", new BackfillListener() {}, () -> false);

            MigratorDescriptor after = only(endpoint);
            assertThat(after.heldBack()).isNull();
            assertThat(after.backfills()).singleElement().satisfies(backfill -> {
                assertThat(backfill.state()).isEqualTo("FINISHED");
                assertThat(backfill.message()).isEqualTo("Counts");
                assertThat(backfill.percent()).isEqualTo(100);
                assertThat(backfill.rows()).isEqualTo(400);
                assertThat(backfill.batches()).isEqualTo(1);
            });
        });
    }

    @Test
    void metricsCountBatchesRowsAndRetriesAndShowProgress() {
        DefaultListableBeanFactory beans = new DefaultListableBeanFactory();
        beans.registerSingleton("meters", meters);
        BackfillMetrics metrics = new BackfillMetrics(beans.getBeanProvider(MeterRegistry.class));

        runner().run(context -> context.getBean(Migrator.class).backfills().run("count", metrics, () -> false));
        metrics.retried("count", new MigrateException("deadlock detected", null), Duration.ZERO);

        assertThat(meters.get("migrate.backfill.batch")
                        .tag("backfill", "count")
                        .timer()
                        .count())
                .isEqualTo(1);
        assertThat(meters.get("migrate.backfill.rows")
                        .tag("backfill", "count")
                        .counter()
                        .count())
                .isEqualTo(400);
        assertThat(meters.get("migrate.backfill.retries")
                        .tag("backfill", "count")
                        .counter()
                        .count())
                .isEqualTo(1);
        assertThat(meters.get("migrate.backfill.progress")
                        .tag("backfill", "count")
                        .gauge()
                        .value())
                .isEqualTo(1);
    }

    private ApplicationContextRunner runner() {
        return new ApplicationContextRunner()
                .withConfiguration(
                        AutoConfigurations.of(DataSourceAutoConfiguration.class, MigrateAutoConfiguration.class))
                .withPropertyValues(database.properties("two"))
                .withPropertyValues(
                        "migrate.locations=file:" + folder.resolve("revisions"),
                        "migrate.backfill.locations=file:" + folder.resolve("backfills"));
    }

    private static MigratorDescriptor only(MigrationsEndpoint endpoint) {
        return endpoint.migrations()
                .contexts()
                .values()
                .iterator()
                .next()
                .migrators()
                .values()
                .iterator()
                .next();
    }
}
