package dev.migrate.autoconfigure;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import dev.migrate.MigrateSettings;
import dev.migrate.Migrator;
import dev.migrate.autoconfigure.shop.ShopDatabase;
import dev.migrate.dialect.BookTables;
import dev.migrate.dialect.Dialects;
import dev.migrate.dialect.MigrationLock;
import dev.migrate.error.MigrateException;
import dev.migrate.run.MigrationState;
import dev.migrate.run.MigrationStatus;
import dev.migrate.testing.OwnThread;
import dev.migrate.testing.TestDatabases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@Timeout(60)
@ExtendWith(OutputCaptureExtension.class)
class OtherProcessTests {

    private static final MigrateSettings TWO =
            MigrateSettings.defaults().withLocations(List.of("classpath:revisions/two"));

    /** Over at the second look, while the lock is held for three times as long. */
    private static final Duration PATIENCE = Duration.ofMillis(500);

    private final ShopDatabase database = new ShopDatabase();

    private final Migrator migrator = new Migrator(TWO, database.dataSource());

    @Test
    void aHolderInWhichNothingMovesIsGivenUp() throws SQLException {
        database.upgrade("one");
        try (Connection stuck = database.dataSource().getConnection()) {
            assertThat(lock(stuck).tryAcquire()).isTrue();
            int pid = pid(stuck);

            assertThatThrownBy(() -> new OtherProcess(migrator, Duration.ofSeconds(1)).await())
                    .isInstanceOfSatisfying(MigrateException.class, failure -> {
                        assertThat(failure).hasMessage("No other process has upgraded the database within 1 s");
                        assertThat(failure.details())
                                .singleElement()
                                .asString()
                                .startsWith("pid " + pid + " (")
                                .endsWith(") is migrating the database, which is at a11111111111 of b22222222222");
                        assertThat(failure.hint()).contains("migrate.lock-wait");
                    });
        }
    }

    @Test
    void aHolderThatGetsOnIsWaitedForHoweverLongItTakes() throws Exception {
        database.upgrade("one");
        CompletableFuture<Void> other = holdTheLock(statement -> statement.execute("SELECT 1"));

        assertThat(new OtherProcess(migrator, PATIENCE).await().state()).isEqualTo(MigrationState.UP_TO_DATE);
        other.get(30, TimeUnit.SECONDS);
    }

    @Test
    void aHolderThatMayNotBeWatchedIsWaitedForAsLongAsItLives() throws Exception {
        database.upgrade("one");
        String reader = TestDatabases.role("LOGIN PASSWORD 'x'");
        database.jdbc()
                .sql("GRANT SELECT ON ALL TABLES IN SCHEMA public TO " + reader)
                .update();
        Migrator watching = new Migrator(TWO, new DriverManagerDataSource(database.bareUrl(), reader, "x"));
        CompletableFuture<Void> other = holdTheLock(statement -> {});

        assertThat(new OtherProcess(watching, PATIENCE).await().state()).isEqualTo(MigrationState.UP_TO_DATE);
        other.get(30, TimeUnit.SECONDS);
    }

    @Test
    void aServerThatGoesAwayMeanwhileIsWaitedForToo(CapturedOutput output) throws Exception {
        database.upgrade("one");
        String reader = TestDatabases.role("LOGIN PASSWORD 'x'");
        database.jdbc()
                .sql("GRANT SELECT ON ALL TABLES IN SCHEMA public TO " + reader)
                .update();
        Migrator watching = new Migrator(TWO, new DriverManagerDataSource(database.bareUrl(), reader, "x"));
        CompletableFuture<MigrationStatus> seen =
                OwnThread.supply(() -> new OtherProcess(watching, Duration.ofMinutes(5)).await());

        await(output, "waiting for another process: ");
        TestDatabases.execute(database.dataSource(), "ALTER ROLE " + reader + " CONNECTION LIMIT 0");
        await(output, "waiting for the server, too: ");
        database.upgrade("two");
        TestDatabases.execute(database.dataSource(), "ALTER ROLE " + reader + " CONNECTION LIMIT -1");

        assertThat(seen.get(30, TimeUnit.SECONDS).state()).isEqualTo(MigrationState.UP_TO_DATE);
    }

    private static void await(CapturedOutput output, String text) throws InterruptedException {
        while (!output.getOut().contains(text)) {
            Thread.sleep(50);
        }
    }

    /** Returns once the lock is held; it is given back later, and the database is up to date then. */
    private CompletableFuture<Void> holdTheLock(Work work) throws SQLException {
        Connection holder = database.dataSource().getConnection();
        MigrationLock lock = lock(holder);
        assertThat(lock.tryAcquire()).isTrue();
        return OwnThread.run(() -> {
            try (holder;
                    Statement statement = holder.createStatement()) {
                for (int i = 0; i < 15; i++) {
                    work.on(statement);
                    Thread.sleep(100);
                }
                lock.release();
                database.upgrade("two");
            } catch (SQLException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static MigrationLock lock(Connection connection) throws SQLException {
        return new Dialects(List.of())
                .of(connection)
                .lock(connection, new BookTables("public", "migrate_version", "migrate_history"));
    }

    private static int pid(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                var row = statement.executeQuery("SELECT pg_backend_pid()")) {
            row.next();
            return row.getInt(1);
        }
    }

    private interface Work {
        void on(Statement statement) throws SQLException;
    }
}
