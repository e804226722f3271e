package dev.migrate;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import dev.migrate.backfill.BackfillListener;
import dev.migrate.backfill.BackfillSettings;
import dev.migrate.backfill.ThrottleSettings;
import dev.migrate.testing.TestDatabases;

import static org.assertj.core.api.Assertions.assertThat;

/** Backfills hold back for others. */
class BackfillThrottleTests {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private final DriverManagerDataSource database = TestDatabases.postgres();

    private final JdbcTemplate jdbc = new JdbcTemplate(database);

    @Test
    void throttleWithoutPrivilegeIsNotAvailable() {
        BackfillSample.items(database, 100);
        BackfillSample.file(folder, BackfillSample.COUNTING);
        String role = TestDatabases.role("LOGIN PASSWORD 'secret'");
        jdbc.execute("GRANT CREATE ON SCHEMA public TO " + role);
        jdbc.execute("GRANT SELECT, UPDATE ON item TO " + role);
        List<String> told = new ArrayList<>();
        BackfillListener listener = new BackfillListener() {
            @Override
            public void throttled(String name, @Nullable String why) {
                told.add(String.valueOf(why));
            }
        };

        BackfillSample.of(
                        new DriverManagerDataSource(
                                String.valueOf(database.getUrl()).replaceFirst("\\?.*", ""), role, "secret"),
                        folder,
                        BackfillSample.settings(50, 200))
                .run("count", listener, () -> false);

        assertThat(told)
                .singleElement()
                .asString()
                .contains("replication lag not available: the database user needs the role pg_monitor")
                .contains("autovacuum not available");
    }

    @Test
    void sessionThatWaitsForALockOnTheTableIsLetThrough() throws Exception {
        BackfillSample.items(database, 1000);
        BackfillSample.file(folder, BackfillSample.COUNTING);
        ThrottleSettings often = new ThrottleSettings(Duration.ofMillis(1), Duration.ZERO, 0, true, false);
        BackfillSettings asking =
                new BackfillSettings(Duration.ofMillis(500), 10, 50, 0, Duration.ofSeconds(2), 5, often);
        try (Connection reader = database.getConnection();
                var statement = reader.createStatement()) {
            reader.setAutoCommit(false);
            statement.execute("SELECT 1 FROM item LIMIT 1");
            Waiting waiting = new Waiting(reader);

            BackfillSample.of(database, folder, asking).run("count", waiting, () -> false);

            waiting.change.join();
            assertThat(waiting.told).containsExactly("holding back: 1 wait for a lock on the table", "null");
        }
        BackfillSample.assertEveryItemOnce(database, 1000);
    }

    /** Has a session wait for a lock after the first batch, and lets it through as soon as the backfill holds back. */
    private final class Waiting implements BackfillListener {

        private final List<String> told = new ArrayList<>();

        private final Connection reader;

        private final Thread change = new Thread(() -> jdbc.execute("ALTER TABLE item ADD COLUMN more int"));

        Waiting(Connection reader) {
            this.reader = reader;
        }

        @Override
        public void batch(String name, long rows, Duration duration) {
            if (change.getState() == Thread.State.NEW) {
                change.start();
                String waiting = "SELECT count(*) FROM pg_locks WHERE NOT granted AND relation IS NOT NULL";
                while (Integer.valueOf(0).equals(jdbc.queryForObject(waiting, Integer.class))) {
                    Thread.onSpinWait();
                }
            }
        }

        @Override
        public void throttled(String name, @Nullable String why) {
            told.add(String.valueOf(why));
            try {
                reader.rollback();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
