package dev.migrate;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import dev.migrate.backfill.BackfillListener;
import dev.migrate.backfill.BackfillState;
import dev.migrate.error.MigrateException;
import dev.migrate.revision.Target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What somebody else's connection is like after migrations have used it. */
class BorrowedConnectionTests {

    private static final String SETTINGS =
            "SELECT name, current_setting(name) FROM pg_settings WHERE source = 'session'"
                    + " UNION ALL SELECT 'role', current_setting('role') ORDER BY 1";

    private final Path folder;

    private final OutsideTransaction test;

    private final SingleConnectionDataSource pool;

    private final JdbcTemplate jdbc;

    BorrowedConnectionTests(@TempDir Path folder) {
        this.folder = folder;
        this.test = new OutsideTransaction(folder);
        this.pool = new SingleConnectionDataSource(String.valueOf(test.database.getUrl()), true);
        this.jdbc = new JdbcTemplate(pool);
        jdbc.execute("SET application_name = 'shop'");
        jdbc.execute("SET idle_in_transaction_session_timeout = '7s'");
        jdbc.execute("SET search_path = \"$user\", public, pg_catalog");
        jdbc.execute("SET shop.tenant = '7'");
    }

    @AfterEach
    void close() {
        pool.destroy();
    }

    @Test
    void runSetsItBackToWhatItWasSetTo() {
        test.script("c", "a", "", "SET lock_timeout = '3s'; SET TIME ZONE 'Asia/Tokyo'", "");
        List<Map<String, Object>> before = jdbc.queryForList(SETTINGS);

        assertThat(new Migrator(test.migrator().settings(), pool)
                        .upgrade(Target.heads())
                        .steps())
                .hasSize(1);

        assertThat(jdbc.queryForList(SETTINGS)).isEqualTo(before);
        assertThat(before).hasSize(4);
        assertThat(jdbc.queryForObject("SHOW shop.tenant", String.class)).isEqualTo("7");
        assertThat(jdbc.queryForObject("SHOW time zone", String.class)).isNotEqualTo("Asia/Tokyo");
    }

    @Test
    void failedRunSetsItBack() {
        test.script("c", "a", "", "SET ROLE pg_monitor; SELECT 1 / 0", "");
        List<Map<String, Object>> before = jdbc.queryForList(SETTINGS);

        assertThatThrownBy(() -> new Migrator(test.migrator().settings(), pool).upgrade(Target.heads()))
                .isInstanceOf(MigrateException.class);

        assertThat(jdbc.queryForList(SETTINGS)).isEqualTo(before);
    }

    @Test
    void backfillSetsItBack() throws Exception {
        Path backfills = Files.createDirectory(folder.resolve("backfills"));
        BackfillSample.items(test.database, 10);
        BackfillSample.file(backfills, BackfillSample.COUNTING);
        List<Map<String, Object>> before = jdbc.queryForList(SETTINGS);

        assertThat(BackfillSample.of(pool, backfills, BackfillSample.settings(50, 200))
                        .run("count", new BackfillListener() {}, () -> false)
                        .state())
                .isEqualTo(BackfillState.FINISHED);

        assertThat(jdbc.queryForList(SETTINGS)).isEqualTo(before);
    }

    @Test
    void onlyConnectionIsNotWatchedThroughItself() {
        test.revision("SELECT pg_sleep(2.5)");

        assertThat(new Migrator(
                                test.migrator(OutsideTransaction.hasty(Duration.ofMillis(300), Duration.ZERO))
                                        .settings(),
                                pool)
                        .upgrade(Target.heads())
                        .steps())
                .hasSize(1);
    }
}
