package dev.migrate;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.datasource.AbstractDataSource;

import dev.migrate.backfill.BackfillListener;
import dev.migrate.error.MigrateException;
import dev.migrate.revision.Step;
import dev.migrate.revision.Target;
import dev.migrate.run.MigrationState;
import dev.migrate.run.RunListener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What becomes of runs whose connections end at a pooler. */
class BehindAPoolerTests {

    private final Path folder;

    private final OutsideTransaction test;

    BehindAPoolerTests(@TempDir Path folder) {
        this.folder = folder;
        this.test = new OutsideTransaction(folder);
        test.script("c", "a", "", "INSERT INTO calls VALUES (9, '')", "");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SESSION")
    void transactionModeIsRefusedBeforeAnythingIsChanged(Pooler.Mode mode) throws Exception {
        try (Pooler pooler = new Pooler(test.database, mode, 2);
                Connection somebody = pooler.database().getConnection()) {
            assertThatThrownBy(() -> migrator(pooler.database()).upgrade(Target.heads()))
                    .isInstanceOfSatisfying(
                            MigrateException.class, e -> assertThat(e.hint()).contains("migrate.url"))
                    .hasMessageContaining("does not keep the session");

            assertThat(test.events()).isEmpty();
            assertThat(count("pg_locks WHERE locktype = 'advisory'")).isZero();
            assertThat(count("pg_stat_activity WHERE datname = current_database()"
                            + " AND application_name LIKE 'migrate%'"))
                    .isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SESSION")
    void statusIsReadInAnyMode(Pooler.Mode mode) throws Exception {
        try (Pooler pooler = new Pooler(test.database, mode, 2)) {
            Migrator migrator = migrator(pooler.database());
            assertThat(migrator.status().state()).isEqualTo(MigrationState.BEHIND);

            test.migrator().upgrade(Target.heads());

            assertThat(migrator.upgrade(Target.heads()).steps()).isEmpty();
        }
    }

    @Test
    void sessionModeIsAsGoodAsNone() throws Exception {
        try (Pooler pooler = new Pooler(test.database, Pooler.Mode.SESSION, 0)) {
            assertThat(migrator(pooler.database()).upgrade(Target.heads()).steps())
                    .hasSize(1);
        }
    }

    @Test
    void runsThatShareASessionUnawaresDoNotShareTheLock() throws Exception {
        try (Pooler pooler = new Pooler(test.database, Pooler.Mode.NEWEST_FIRST, 1)) {
            DataSource only = unwatchable(pooler.database());
            Migrator first = new Migrator(test.migrator().settings(), only, List.of(), List.of(new RunListener() {
                @Override
                public void stepStarted(Step step) {
                    assertThatThrownBy(() -> migrator(only).upgrade(Target.heads()))
                            .isInstanceOf(MigrateException.class)
                            .hasMessageContaining("holds the lock of another run");
                }
            }));

            assertThat(first.upgrade(Target.heads()).steps()).hasSize(1);
            assertThat(migrator(only).upgrade(Target.heads()).steps()).isEmpty();
        }
        assertThat(test.events()).containsExactly("applied");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SESSION")
    void backfillsAreRefusedInTransactionMode(Pooler.Mode mode) throws Exception {
        Path backfill = Files.createDirectory(folder.resolve("backfills"));
        BackfillSample.items(test.database, 10);
        BackfillSample.file(backfill, BackfillSample.COUNTING);
        try (Pooler pooler = new Pooler(test.database, mode, 2)) {
            Backfills backfills = BackfillSample.of(pooler.database(), backfill, BackfillSample.settings(50, 200));

            assertThat(backfills.list()).hasSize(1);
            assertThatThrownBy(() -> backfills.run("count", new BackfillListener() {}, () -> false))
                    .hasMessageContaining("does not keep the session");
        }
        assertThat(test.jdbc.queryForObject("SELECT to_regclass('migrate_backfill')", String.class))
                .isNull();
    }

    private Migrator migrator(DataSource database) {
        return new Migrator(test.migrator().settings(), database);
    }

    private @Nullable Integer count(String from) {
        return test.jdbc.queryForObject("SELECT count(*) FROM " + from, Integer.class);
    }

    /** Returns a source that does not tell how it connects. */
    private static DataSource unwatchable(DataSource source) {
        return new AbstractDataSource() {
            @Override
            public Connection getConnection() throws SQLException {
                return source.getConnection();
            }

            @Override
            public Connection getConnection(String username, String password) throws SQLException {
                return source.getConnection(username, password);
            }
        };
    }
}
