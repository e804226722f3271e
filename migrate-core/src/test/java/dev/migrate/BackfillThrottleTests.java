package dev.migrate;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import dev.migrate.backfill.BackfillListener;
import dev.migrate.backfill.BackfillSettings;
import dev.migrate.backfill.ThrottleSettings;
import dev.migrate.testing.TestDatabases;

import static org.assertj.core.api.Assertions.assertThat;

/** Backfills hold back for others; on a server of their own, whose autovacuum comes every second. */
@SuppressWarnings("NullAway.Init")
class BackfillThrottleTests {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private static EmbeddedPostgres server;

    @TempDir
    Path folder;

    private DriverManagerDataSource database;

    private JdbcTemplate jdbc;

    @BeforeAll
    static void open() throws IOException {
        server = EmbeddedPostgres.builder()
                .setServerConfig("autovacuum_naptime", "1s")
                .start();
    }

    @AfterAll
    static void close() throws IOException {
        server.close();
    }

    @BeforeEach
    void thousandItems() {
        String name = "throttled_" + COUNT.incrementAndGet();
        new JdbcTemplate(server.getPostgresDatabase()).execute("CREATE DATABASE " + name);
        database = new DriverManagerDataSource(server.getJdbcUrl("postgres", name));
        jdbc = new JdbcTemplate(database);
        BackfillSample.items(database, 1000);
        BackfillSample.file(folder, BackfillSample.COUNTING);
    }

    @Test
    void throttleWithoutPrivilegeIsNotAvailable() {
        Told told = new Told();

        BackfillSample.of(unprivileged("reader"), folder, BackfillSample.settings(50, 200))
                .run("count", told, () -> false);

        assertThat(told.lines)
                .singleElement()
                .asString()
                .contains("replication lag not available: the database user needs the role pg_monitor")
                .contains("autovacuum not available: the database user needs the role pg_monitor");
    }

    @Test
    void throttleThatTheServerRefusesToAnswerIsNotAvailable() {
        jdbc.execute("REVOKE EXECUTE ON FUNCTION pg_current_wal_insert_lsn() FROM PUBLIC");
        Told told = new Told();

        BackfillSample.of(
                        unprivileged("writer"),
                        folder,
                        asking(new ThrottleSettings(Duration.ofSeconds(5), Duration.ZERO, 1, false, false)))
                .run("count", told, () -> false);

        assertThat(told.lines).containsExactly("rate of the write-ahead log not available: SQLSTATE 42501");
        BackfillSample.assertEveryItemOnce(database, 1000);
    }

    @Test
    void sessionThatWaitsForALockOnTheTableIsLetThrough() throws Exception {
        try (Connection reader = database.getConnection();
                var statement = reader.createStatement()) {
            reader.setAutoCommit(false);
            statement.execute("SELECT 1 FROM item LIMIT 1");
            Waiting waiting = new Waiting(reader);

            run(new ThrottleSettings(Duration.ofMillis(1), Duration.ZERO, 0, true, false), waiting);

            waiting.change.join();
            assertThat(waiting.lines).containsExactly("holding back: 1 wait for a lock on the table", "null");
        }
    }

    @Test
    void writeAheadLogThatGrowsTooFastIsWaitedFor() {
        Told told = new Told();

        run(new ThrottleSettings(Duration.ofMillis(1), Duration.ZERO, 10_000, false, false), told);

        assertThat(told.lines)
                .anyMatch(line -> line.matches("holding back: the write-ahead log grows by \\d+ MB a second"))
                .contains("null");
    }

    @Test
    void standbyThatIsBehindIsWaitedFor() throws Exception {
        try (SlowStandby standby = SlowStandby.of(server.getJdbcUrl("postgres", "postgres"))) {
            Told told = new Told() {
                @Override
                public void batch(String name, long rows, Duration duration) {
                    standby.awaitLag();
                }

                @Override
                public void throttled(String name, @Nullable String why) {
                    super.throttled(name, why);
                    standby.catchUp();
                }
            };

            run(new ThrottleSettings(Duration.ofMillis(1), Duration.ofMillis(300), 0, false, false), told);

            assertThat(told.lines.get(0)).matches("holding back: a standby is \\d+\\.\\d s behind");
            assertThat(told.lines).endsWith("null");
        }
    }

    @Test
    void autovacuumOnTheTableIsWaitedFor() throws Exception {
        // One page every tenth of a second.
        jdbc.execute("ALTER TABLE item SET (autovacuum_vacuum_threshold = 1, autovacuum_vacuum_scale_factor = 0,"
                + " autovacuum_vacuum_cost_delay = 100, autovacuum_vacuum_cost_limit = 1)");
        jdbc.execute("INSERT INTO item SELECT generate_series(100000000, 100050000)");
        jdbc.execute("DELETE FROM item WHERE id >= 100000000");
        BackfillSample.await(
                database, "SELECT count(*) FROM pg_stat_progress_vacuum WHERE datname = current_database()", 1);
        Told told = new Told() {
            @Override
            public void throttled(String name, @Nullable String why) {
                super.throttled(name, why);
                jdbc.execute("ALTER TABLE item SET (autovacuum_enabled = false)");
            }
        };

        run(new ThrottleSettings(Duration.ofMillis(1), Duration.ZERO, 0, false, true), told);

        assertThat(told.lines).containsExactly("holding back: autovacuum works on the table", "null");
    }

    private void run(ThrottleSettings throttle, BackfillListener listener) {
        BackfillSample.of(database, folder, asking(throttle)).run("count", listener, () -> false);
        BackfillSample.assertEveryItemOnce(database, 1000);
    }

    private static BackfillSettings asking(ThrottleSettings throttle) {
        return new BackfillSettings(Duration.ofMillis(500), 10, 50, 0, Duration.ofSeconds(2), 5, throttle);
    }

    /** Returns the database for a user who may use the table, and is told nothing about others. */
    private DriverManagerDataSource unprivileged(String role) {
        jdbc.execute("CREATE ROLE " + role + " LOGIN PASSWORD 'secret'");
        jdbc.execute("GRANT CREATE ON SCHEMA public TO " + role);
        jdbc.execute("GRANT SELECT, UPDATE ON item TO " + role);
        return new DriverManagerDataSource(
                TestDatabases.withoutUser(String.valueOf(database.getUrl())), role, "secret");
    }

    /** Writes down what the throttles say. */
    private static class Told implements BackfillListener {

        final List<String> lines = new ArrayList<>();

        @Override
        public void throttled(String name, @Nullable String why) {
            lines.add(String.valueOf(why));
        }
    }

    /** Has a session wait for a lock after the first batch, and lets it through as soon as the backfill holds back. */
    private final class Waiting extends Told {

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
            super.throttled(name, why);
            try {
                reader.rollback();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
