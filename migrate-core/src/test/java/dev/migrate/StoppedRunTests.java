package dev.migrate;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.migrate.error.MigrateException;
import dev.migrate.revision.Heads;
import dev.migrate.revision.Target;
import dev.migrate.run.MigrationState;
import dev.migrate.testing.OwnThread;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What a run leaves that is asked to end. */
class StoppedRunTests {

    private final OutsideTransaction test;

    StoppedRunTests(@TempDir Path folder) {
        test = new OutsideTransaction(folder);
    }

    @Test
    void transactionIsRolledBackAtOnce() throws Exception {
        test.script("b", "a", "", "CREATE TABLE done (id int)", "");
        test.script("c", "b", "", "INSERT INTO calls VALUES (9, ''); SELECT pg_sleep(25)", "");

        stopWhile("pg_sleep");

        assertThat(test.migrator().current()).isEqualTo(Heads.of("b"));
        assertThat(test.jdbc.queryForObject("SELECT count(*) FROM calls WHERE id = 9", Integer.class))
                .isZero();
        test.script("c", "b", "", "INSERT INTO calls VALUES (9, '')", "");
        test.migrator().upgrade(Target.heads());
    }

    @Test
    void concurrentIndexIsCleanedUpAndBuiltByTheNextRun() throws Exception {
        test.revision("CREATE INDEX CONCURRENTLY calls_id ON calls (id);");
        try (Connection other = test.database.getConnection();
                Statement writer = other.createStatement()) {
            other.setAutoCommit(false);
            writer.execute("INSERT INTO calls VALUES (9, '')");
            stopWhile("CREATE INDEX CONCURRENTLY");
            other.rollback();
        }

        assertThat(test.migrator().status().state()).isEqualTo(MigrationState.BEHIND);
        test.migrator().upgrade(Target.heads());
        assertThat(test.indexes()).containsExactly("calls_id");
    }

    @Test
    void pauseBetweenAttemptsEndsAtOnce() throws Exception {
        test.script("c", "a", "", "ALTER TABLE calls ADD COLUMN extra int", "");
        try (Connection other = test.database.getConnection();
                Statement reader = other.createStatement()) {
            other.setAutoCommit(false);
            reader.execute("SELECT * FROM calls");
            Migrator migrator = test.migrator(OutsideTransaction.hasty(Duration.ofMillis(100), Duration.ofMinutes(5)));
            CompletableFuture<Void> run = OwnThread.run(() -> migrator.upgrade(Target.heads()));
            Thread.sleep(2000);

            assertStops(migrator, run);
            assertThatThrownBy(() -> migrator.upgrade(Target.heads())).hasMessageContaining("stopped");
            other.rollback();
        }
    }

    private void stopWhile(String statement) throws InterruptedException {
        Migrator migrator = test.migrator();
        CompletableFuture<Void> run = OwnThread.run(() -> migrator.upgrade(Target.heads()));
        while (test.jdbc
                .queryForList(
                        "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND state = 'active'"
                                + " AND pid <> pg_backend_pid() AND query LIKE ?",
                        Integer.class,
                        "%" + statement + "%")
                .isEmpty()) {
            Thread.sleep(20);
        }
        assertStops(migrator, run);
    }

    private static void assertStops(Migrator migrator, CompletableFuture<Void> run) {
        long start = System.nanoTime();
        migrator.stop();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(8));
        assertThatThrownBy(run::join)
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOfSatisfying(MigrateException.class, e -> assertThat(e.hint())
                        .isEqualTo("Run again: it goes on where it stopped."))
                .hasMessage("The run was stopped, because its process is to end");
    }
}
