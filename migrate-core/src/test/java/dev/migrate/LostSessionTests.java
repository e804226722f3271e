package dev.migrate;

import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import dev.migrate.dialect.BookTables;
import dev.migrate.dialect.Dialects;
import dev.migrate.dialect.LockHolder;
import dev.migrate.dialect.MigrationLock;
import dev.migrate.error.MigrateException;
import dev.migrate.revision.Step;
import dev.migrate.revision.Target;
import dev.migrate.run.RunListener;
import dev.migrate.run.RunSettings;
import dev.migrate.testing.OwnThread;
import dev.migrate.testing.TestDatabases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What becomes of a run whose session is not, or no longer, what it believes. */
class LostSessionTests {

    private final OutsideTransaction test;

    LostSessionTests(@TempDir Path folder) {
        test = new OutsideTransaction(folder);
    }

    @Test
    void runThatLostItsSessionWritesNothingMore() {
        test.script("b", "a", "", "INSERT INTO calls VALUES (8, '')", "");
        test.script("c", "b", "", "INSERT INTO calls VALUES (9, '')", "");

        assertThatThrownBy(() -> test.migrator(new RunListener() {
                            @Override
                            public void stepStarted(Step step) {
                                if (step.revision().id().equals("c")) {
                                    terminateRuns();
                                    test.migrator().upgrade(Target.heads());
                                }
                            }
                        })
                        .upgrade(Target.heads()))
                .isInstanceOfSatisfying(MigrateException.class, failure -> {
                    assertThat(failure.details())
                            .contains("The connection was lost; whether revision c was committed is not known here.");
                    assertThat(failure.hint()).startsWith("Look with `migrate status`, then run again.");
                });

        assertThat(test.events()).containsExactly("applied");
        assertThat(test.jdbc.queryForList("SELECT id FROM calls WHERE id > 7 ORDER BY id", Integer.class))
                .containsExactly(8, 9);
    }

    @Test
    void statementOfTheHolderThatGetsOnIsWaitedForHoweverLongItTakes() {
        test.script(
                "c",
                "a",
                "",
                "DO $$ BEGIN WHILE clock_timestamp() < now() + interval '4 seconds' LOOP END LOOP; END $$",
                "");
        CompletableFuture<Void> holder = OwnThread.run(() -> test.migrator().upgrade(Target.heads()));
        awaitWork();
        AtomicInteger waits = new AtomicInteger();
        RunSettings impatient = RunSettings.defaults().withLockWait(Duration.ofSeconds(1));

        assertThat(test.migrator(impatient, new RunListener() {
                            @Override
                            public void waitingForLock(@Nullable LockHolder who, Duration waited) {
                                waits.incrementAndGet();
                            }
                        })
                        .upgrade(Target.heads())
                        .steps())
                .isEmpty();

        assertThat(waits).hasPositiveValue();
        holder.join();
    }

    @Test
    void holderThatMayNotBeWatchedIsWaitedForAsLongAsItLives() throws Exception {
        test.script("c", "a", "", "INSERT INTO calls VALUES (9, '')", "");
        String other = TestDatabases.role("LOGIN PASSWORD 'x'");
        test.jdbc.execute("GRANT ALL ON ALL TABLES IN SCHEMA public TO " + other);
        test.jdbc.execute("GRANT CREATE ON SCHEMA public TO " + other);
        MigrateSettings settings = test.migrator(
                        RunSettings.defaults().withLockWait(Duration.ofMillis(300)), new RunListener() {})
                .settings();
        try (Connection connection = test.database.getConnection()) {
            MigrationLock lock = new Dialects(List.of())
                    .of(connection)
                    .lock(connection, new BookTables("public", "migrate_version", "migrate_history"));
            assertThat(lock.tryAcquire()).isTrue();
            String url = TestDatabases.withoutUser(connection.getMetaData().getURL());
            var source = new DriverManagerDataSource(url, other, "x");
            CompletableFuture<Void> waiter =
                    OwnThread.run(() -> new Migrator(settings, source).upgrade(Target.heads()));

            assertThatThrownBy(() -> waiter.get(1500, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);

            assertThat(lock.release()).isTrue();
            waiter.get(30, TimeUnit.SECONDS);
        }
        assertThat(test.jdbc.queryForObject("SELECT count(*) FROM calls WHERE id = 9", Integer.class))
                .isOne();
    }

    private void awaitWork() {
        while (test.jdbc
                .queryForList(
                        "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND state = 'active'"
                                + " AND pid <> pg_backend_pid() AND query LIKE '%END LOOP%'",
                        Integer.class)
                .isEmpty()) {
            Thread.onSpinWait();
        }
    }

    private void terminateRuns() {
        test.jdbc.queryForList(
                "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = current_database()"
                        + " AND application_name LIKE 'migrate%'",
                Boolean.class);
    }
}
