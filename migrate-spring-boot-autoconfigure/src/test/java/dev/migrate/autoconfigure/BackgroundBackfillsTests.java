package dev.migrate.autoconfigure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import dev.migrate.Migrator;
import dev.migrate.autoconfigure.shop.ShopDatabase;
import dev.migrate.backfill.Backfill;
import dev.migrate.backfill.BackfillDefinition;
import dev.migrate.backfill.Batch;
import dev.migrate.backfill.JavaBackfill;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(OutputCaptureExtension.class)
class BackgroundBackfillsTests {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private final ShopDatabase database = new ShopDatabase();

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class, MigrateAutoConfiguration.class))
            .withPropertyValues(database.properties("two"));

    @Test
    void applicationThatIsUpRunsItsBackfills(CapturedOutput output) throws IOException {
        items();
        Files.writeString(
                folder.resolve("count.sql"),
                "-- backfill: count\n-- table: item\n-- key: id\nUPDATE item SET times = times + 1 WHERE id BETWEEN :from AND :to");

        runner.withUserConfiguration(Beans.class)
                .withPropertyValues(
                        "migrate.auto-run=true",
                        "migrate.backfill.auto-run=true",
                        "migrate.backfill.locations=file:" + folder)
                .run(context -> {
                    ready(context);
                    await("SELECT count(*) FROM migrate_backfill WHERE state = 'FINISHED'", 2);
                    assertThat(context.getBean(Migrator.class).backfills().definitions())
                            .extracting(BackfillDefinition::name)
                            .containsExactly("count", "twice");
                });

        assertThat(database.jdbc()
                        .sql("SELECT DISTINCT times FROM item")
                        .query(Integer.class)
                        .list())
                .containsExactly(3);
        assertThat(output)
                .contains("migrate: taking part in backfill count on item")
                .contains("migrate: backfill count is FINISHED after 400 rows");
    }

    @Test
    void whatWasHeldBackIsUpgradedBeforeTheOtherBackfillsGoOn(CapturedOutput output) throws IOException {
        items();
        Path revisions = Files.createDirectory(folder.resolve("revisions"));
        Path backfills = Files.createDirectory(folder.resolve("backfills"));
        Files.writeString(
                revisions.resolve("held.sql"),
                "-- revision: cccc33333333\n-- message: Hold\n-- requires-backfill: z\n-- migrate:upgrade\n"
                        + "ALTER TABLE item ADD COLUMN later int;");
        Files.writeString(
                backfills.resolve("a.sql"),
                "-- backfill: a\n-- table: item\n-- key: id\nUPDATE item SET later = times WHERE id BETWEEN :from AND :to");
        Files.writeString(
                backfills.resolve("z.sql"),
                "-- backfill: z\n-- table: item\n-- key: id\nUPDATE item SET times = 7 WHERE id BETWEEN :from AND :to");

        runner.withPropertyValues(
                        "migrate.auto-run=true",
                        "migrate.locations=file:" + revisions,
                        "migrate.backfill.auto-run=true",
                        "migrate.backfill.locations=file:" + backfills)
                .run(context -> {
                    ready(context);
                    await("SELECT count(*) FROM migrate_backfill WHERE state = 'FINISHED'", 2);
                });

        assertThat(database.jdbc()
                        .sql("SELECT DISTINCT later FROM item")
                        .query(Integer.class)
                        .list())
                .containsExactly(7);
        assertThat(output).contains("Revision cccc33333333 is held back").contains("migrate: upgraded from");
    }

    @Test
    void batchUnderWayIsFinishedBeforeTheApplicationEnds() throws IOException {
        items();
        Files.writeString(
                folder.resolve("slow.sql"),
                "-- backfill: slow\n-- table: item\n-- key: id\n"
                        + "UPDATE item SET times = 7 FROM (SELECT pg_sleep(2)) slow WHERE id BETWEEN :from AND :to");

        runner.withPropertyValues(
                        "migrate.auto-run=true",
                        "migrate.backfill.auto-run=true",
                        "migrate.backfill.locations=file:" + folder)
                .run(context -> {
                    ready(context);
                    await(
                            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event = 'PgSleep'",
                            1);
                });

        assertThat(database.jdbc()
                        .sql(
                                "SELECT batches FROM migrate_backfill_range UNION SELECT batches FROM migrate_backfill WHERE batches > 0")
                        .query(Integer.class)
                        .list())
                .contains(1);
    }

    @Test
    void nothingRunsUnlessAsked() throws Exception {
        items();
        runner.withUserConfiguration(Beans.class)
                .withPropertyValues("migrate.auto-run=true")
                .run(context -> {
                    ready(context);
                    Thread.sleep(300);
                    assertThat(database.has("migrate_backfill")).isFalse();
                });
    }

    private void items() {
        database.jdbc()
                .sql("CREATE TABLE item (id bigint PRIMARY KEY, times int NOT NULL DEFAULT 0)")
                .update();
        database.jdbc().sql("INSERT INTO item SELECT generate_series(1, 400)").update();
    }

    private static void ready(AssertableApplicationContext context) {
        context.publishEvent(new ApplicationReadyEvent(
                new SpringApplication(), new String[0], context.getSourceApplicationContext(), Duration.ZERO));
    }

    private void await(String sql, int wanted) throws InterruptedException {
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!database.has("migrate_backfill")
                || database.jdbc().sql(sql).query(Integer.class).single() < wanted) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            Thread.sleep(50);
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Beans {

        @Bean
        Twice twice() {
            return new Twice();
        }
    }

    /** Counts every row twice. */
    @Backfill(name = "twice", table = "item", key = "id")
    static class Twice implements JavaBackfill {

        @Override
        public void process(Batch batch) {
            batch.sql("UPDATE item SET times = times + 2 WHERE id BETWEEN :from AND :to")
                    .update();
        }
    }
}
