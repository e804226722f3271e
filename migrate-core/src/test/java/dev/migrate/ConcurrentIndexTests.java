package dev.migrate;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.migrate.error.MigrateException;
import dev.migrate.revision.Step;
import dev.migrate.revision.Target;
import dev.migrate.run.RunListener;
import dev.migrate.run.StatementFailedException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What a run does about indexes that are there before a statement begins, and that are useless when it has failed. */
class ConcurrentIndexTests {

    private static final String BUILD = "CREATE INDEX CONCURRENTLY calls_id ON calls (id)";

    private final OutsideTransaction test;

    ConcurrentIndexTests(@TempDir Path folder) {
        test = new OutsideTransaction(folder);
    }

    @Test
    void sameIndexIsTakenOver() {
        test.revision("CREATE INDEX CONCURRENTLY calls_id ON public.calls USING btree (id ASC);");
        test.jdbc.execute(BUILD);

        upgrade();

        assertThat(test.indexes()).containsExactly("calls_id");
    }

    @Test
    void existingIndexIsNotEnoughIfItIsInvalid() {
        test.revision("CREATE INDEX CONCURRENTLY IF NOT EXISTS calls_id ON calls (id);")
                .cutOff(BUILD);
        assertThat(test.indexes()).containsExactly("calls_id!");

        upgrade();

        assertThat(test.indexes()).containsExactly("calls_id");
    }

    @Test
    void existingIndexIsNotEnoughIfItIsAnother() {
        test.revision("CREATE INDEX CONCURRENTLY IF NOT EXISTS calls_id ON calls (id);");
        test.jdbc.execute("CREATE INDEX calls_id ON calls (name)");

        assertThatThrownBy(() -> upgrade()).isInstanceOf(MigrateException.class).hasMessageContaining("calls_id");
        assertThat(test.indexes()).containsExactly("calls_id");
    }

    @Test
    void indexThatCannotBeUniqueLeavesNothingThatWouldRefuseRows() {
        test.revision("CREATE UNIQUE INDEX CONCURRENTLY calls_id ON calls ((id / 10));");

        assertThatThrownBy(() -> upgrade()).isInstanceOfSatisfying(StatementFailedException.class, e -> {
            assertThat(e.sqlState()).isEqualTo("23505");
            assertThat(e.hint())
                    .isEqualTo("Rows do not allow it. Correct them, or the script, and run `migrate upgrade` again.");
        });

        assertThat(test.indexes()).isEmpty();
        test.jdbc.execute("INSERT INTO calls VALUES (1, 'again')");
    }

    @Test
    void indexOfAnotherTableIsLeftAlone() {
        test.revision(BUILD + ";");
        test.jdbc.execute("CREATE TABLE other (id int)");
        test.jdbc.execute("CREATE INDEX calls_id ON other (id)");

        assertThatThrownBy(() -> upgrade()).hasMessageContaining("calls_id");
    }

    @Test
    void limitsOfTheSessionCutNothingOff() throws Exception {
        test.revision("SET lock_timeout = '50ms'; SET statement_timeout = '100ms'; " + BUILD + ";");
        List<String> warnings = new CopyOnWriteArrayList<>();
        try (Connection other = test.database.getConnection();
                Statement writer = other.createStatement()) {
            other.setAutoCommit(false);
            writer.execute("INSERT INTO calls VALUES (5, '')");
            Thread.sleep(1100);
            Thread end = new Thread(() -> rollbackLater(other));
            end.start();

            test.migrator(new RunListener() {
                        @Override
                        public void warning(String message) {
                            warnings.add(message);
                        }
                    })
                    .upgrade(Target.heads());
            end.join();
        }

        assertThat(test.indexes()).containsExactly("calls_id");
        assertThat(warnings).singleElement().asString().contains("may have to wait for pid ");
    }

    @Test
    void buildThatAnotherSessionIsAtIsWaitedFor() throws Exception {
        test.revision(BUILD + ";");
        List<String> notices = new CopyOnWriteArrayList<>();
        try (Connection other = test.database.getConnection();
                Statement writer = other.createStatement()) {
            other.setAutoCommit(false);
            writer.execute("INSERT INTO calls VALUES (5, '')");
            Thread builder = new Thread(() -> test.jdbc.execute(BUILD));
            builder.start();
            awaitBuild();
            Thread end = new Thread(() -> rollbackLater(other));
            end.start();

            test.migrator(new RunListener() {
                        @Override
                        public void notice(Step step, String message) {
                            notices.add(message);
                        }
                    })
                    .upgrade(Target.heads());
            builder.join();
            end.join();
        }

        assertThat(test.indexes()).containsExactly("calls_id");
        assertThat(notices).anySatisfy(notice -> assertThat(notice).endsWith("; waiting for it"));
        assertThat(notices).contains("what the statement makes is there already, and the same");
    }

    private void awaitBuild() throws InterruptedException {
        while (test.jdbc
                .queryForList("SELECT 1 FROM pg_stat_progress_create_index WHERE phase LIKE 'waiting%'", Integer.class)
                .isEmpty()) {
            Thread.sleep(20);
        }
    }

    private static void rollbackLater(Connection connection) {
        try {
            Thread.sleep(1500);
            connection.rollback();
        } catch (SQLException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void upgrade() {
        test.migrator().upgrade(Target.heads());
    }
}
