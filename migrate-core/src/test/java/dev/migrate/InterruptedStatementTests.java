package dev.migrate;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.migrate.error.MigrateException;
import dev.migrate.operation.Operations;
import dev.migrate.revision.Heads;
import dev.migrate.revision.Target;
import dev.migrate.run.MigrationState;
import dev.migrate.run.Resolution;
import dev.migrate.script.JavaRevision;
import dev.migrate.script.RevisionHeader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What the next run does about a statement outside a transaction in which the one before was killed. */
class InterruptedStatementTests {

    private static final String BUILD = "CREATE INDEX CONCURRENTLY calls_id ON calls (id)";

    private final Path folder;

    private final OutsideTransaction test;

    InterruptedStatementTests(@TempDir Path folder) {
        this.folder = folder;
        test = new OutsideTransaction(folder);
    }

    @Test
    void statementTheCatalogTellsOfLeavesTheDatabaseBehindAndNotIncomplete() {
        test.revision(BUILD + ";").killedAt(1);

        assertThat(test.migrator().status().state()).isEqualTo(MigrationState.BEHIND);
        assertThat(test.migrator().status().incomplete()).isEmpty();
        assertThat(test.migrator().status().interrupted()).singleElement().satisfies(open -> {
            assertThat(open.revision()).isEqualTo("c");
            assertThat(open.statement()).isEqualTo(1);
        });
    }

    @Test
    void indexThatWasNotBegunIsBuilt() {
        test.revision(BUILD + ";").killedAt(1);

        upgrade();

        assertThat(test.indexes()).containsExactly("calls_id");
    }

    @Test
    void indexThatIsHalfBuiltIsDroppedAndBuiltAgain() {
        test.revision(BUILD + ";").cutOff(BUILD).killedAt(1);
        assertThat(test.indexes()).containsExactly("calls_id!");

        upgrade();

        assertThat(test.indexes()).containsExactly("calls_id");
        assertThat(test.events()).containsExactly("started 1", "started 1", "applied");
    }

    @Test
    void indexThatIsBuiltIsNotBuiltAgain() {
        test.revision(BUILD + "; INSERT INTO calls VALUES (3, 'z');").killedAt(1);
        test.jdbc.execute(BUILD);
        Long oid = test.jdbc.queryForObject("SELECT 'calls_id'::regclass::oid", Long.class);

        upgrade();

        assertThat(test.jdbc.queryForObject("SELECT 'calls_id'::regclass::oid", Long.class))
                .isEqualTo(oid);
        assertThat(test.jdbc.queryForObject("SELECT count(*) FROM calls WHERE id = 3", Integer.class))
                .isEqualTo(1);
    }

    @Test
    void otherIndexOfThatNameStopsTheRunAndBothAreShown() {
        test.revision("CREATE UNIQUE INDEX CONCURRENTLY calls_id ON calls (lower(name)) WHERE id > 0;")
                .killedAt(1);
        test.jdbc.execute("CREATE UNIQUE INDEX calls_id ON calls (lower(name)) WHERE id > 1");

        assertThatThrownBy(() -> test.migrator().upgrade(Target.heads()))
                .isInstanceOfSatisfying(
                        MigrateException.class,
                        e -> assertThat(e.details())
                                .containsExactly(
                                        "there: CREATE UNIQUE INDEX calls_id ON public.calls USING btree (lower(name)) WHERE (id > 1)",
                                        "wanted: CREATE UNIQUE INDEX calls_id ON public.calls USING btree (lower(name)) WHERE (id > 0)"))
                .hasMessageContaining("calls_id");

        test.jdbc.execute("DROP INDEX calls_id");
        upgrade();
    }

    @Test
    void javaRevisionIsTakenUpLikeAScript() {
        IndexedCalls revision = new IndexedCalls();
        Migrator migrator = test.migrator(revision);
        test.cutOff(BUILD);
        test.jdbc.update(
                "INSERT INTO migrate_history (event, direction, revision, heads_after, statement, checksum)"
                        + " VALUES ('started', 'upgrade', 'c', 'a', 1, ?)",
                migrator.scripts().script("c").checksum());
        assertThat(migrator.status().state()).isEqualTo(MigrationState.BEHIND);

        migrator.upgrade(Target.heads());

        assertThat(test.indexes()).containsExactly("calls_id");
    }

    @Test
    void indexThatIsHalfDroppedIsDropped() {
        test.revision("DROP INDEX CONCURRENTLY calls_id;");
        test.jdbc.execute(BUILD);
        test.cutOff("DROP INDEX CONCURRENTLY calls_id").killedAt(1);
        assertThat(test.indexes()).containsExactly("calls_id!");

        upgrade();

        assertThat(test.indexes()).isEmpty();
    }

    @Test
    void indexThatIsDroppedIsNotMissed() {
        test.revision("DROP INDEX CONCURRENTLY calls_id;").killedAt(1);

        upgrade();
    }

    @Test
    void leftoversOfARebuildAreDroppedAndItIsDoneAgain() {
        test.revision("REINDEX (VERBOSE) TABLE CONCURRENTLY calls;");
        test.jdbc.execute(BUILD);
        test.cutOff("REINDEX INDEX CONCURRENTLY calls_id").killedAt(1);
        assertThat(test.indexes()).containsExactly("calls_id", "calls_id_ccnew!");

        upgrade();

        assertThat(test.indexes()).containsExactly("calls_id");
    }

    @Test
    void partitionThatIsHalfDetachedIsDetached() {
        test.revision("ALTER TABLE years DETACH PARTITION y1 CONCURRENTLY; INSERT INTO calls VALUES (3, '');");
        test.jdbc.execute("CREATE TABLE years (y int) PARTITION BY LIST (y)");
        test.jdbc.execute("CREATE TABLE y1 PARTITION OF years FOR VALUES IN (1)");
        halfDetach();
        test.killedAt(1);
        assertThat(test.jdbc.queryForList("SELECT inhdetachpending FROM pg_inherits", Boolean.class))
                .containsExactly(true);

        upgrade();

        assertThat(test.jdbc.queryForList("SELECT 1 FROM pg_inherits", Integer.class))
                .isEmpty();
    }

    @Test
    void enumValueAndValidationTakeEffectTogetherWithTheirRecord() {
        test.revision("""
                ALTER TYPE mood ADD VALUE 'sad';
                ALTER TABLE calls VALIDATE CONSTRAINT positive;
                UPDATE calls SET id = id + 1;""");
        test.jdbc.execute("CREATE TYPE mood AS ENUM ('happy')");
        test.jdbc.execute("ALTER TABLE calls ADD CONSTRAINT positive CHECK (id > 0) NOT VALID");
        test.killedAt(1);
        assertThat(test.migrator().status().state()).isEqualTo(MigrationState.BEHIND);

        upgrade();

        assertThat(test.events()).containsExactly("started 1", "started 1", "started 2", "started 3", "applied");
        assertThat(test.jdbc.queryForList("SELECT id FROM calls ORDER BY id", Integer.class))
                .containsExactly(2, 3);
    }

    @Test
    void settingsInFrontAreMadeAgain() {
        test.revision("SET work_mem = '7MB'; INSERT INTO calls SELECT 7, current_setting('work_mem');")
                .killedAt(2);

        upgrade();

        assertThat(test.jdbc.queryForList("SELECT name FROM calls WHERE id = 7", String.class))
                .containsExactly("7MB");
    }

    @Test
    void statementThatNobodyCanTellOfWaitsForAPerson() {
        test.revision("CALL something();").killedAt(1);

        assertThat(test.migrator().status().state()).isEqualTo(MigrationState.INCOMPLETE);
    }

    @Test
    void scriptThatChangedAfterItsStatementBeganWaitsForAPerson() {
        test.revision(BUILD + ";").killedAt(1);
        test.revision("CREATE INDEX CONCURRENTLY other ON calls (id);");

        assertThat(test.migrator().status().state()).isEqualTo(MigrationState.INCOMPLETE);
    }

    @Test
    void whatAnotherBuildHasBegunDoesNotConcernOneThatIsUpToDate() throws Exception {
        test.revision(BUILD + ";").killedAt(1);
        Files.delete(folder.resolve("c.sql"));

        assertThat(test.migrator().status().state()).isEqualTo(MigrationState.UP_TO_DATE);
    }

    @Test
    void downgradeThatWasInterruptedGoesOnAndAnUpgradeSaysSo() {
        test.revision(BUILD + ";", "DROP INDEX CONCURRENTLY calls_id;");
        upgrade();
        test.cutOff("DROP INDEX CONCURRENTLY calls_id").killedAt(1, "downgrade");

        assertThat(test.migrator().status().state()).isEqualTo(MigrationState.INCOMPLETE);
        assertThatThrownBy(() -> test.migrator().upgrade(Target.heads()))
                .isInstanceOfSatisfying(MigrateException.class, e -> assertThat(e.hint())
                        .startsWith("First run `migrate downgrade c-1`"));
        test.migrator().downgrade(Target.parse("c-1"));
        assertThat(test.indexes()).isEmpty();
        assertThat(test.migrator().current()).isEqualTo(Heads.of("a"));
    }

    @Test
    void personMaySettleWhatTheNextRunWould() {
        test.revision(BUILD + ";").killedAt(1);

        assertThat(test.migrator().resolve("c", Resolution.APPLIED)).isEqualTo("Revision c is recorded as applied.");
    }

    private void upgrade() {
        assertThat(test.migrator().upgrade(Target.heads()).after()).isEqualTo(Heads.of("c"));
        assertThat(test.migrator().status().state()).isEqualTo(MigrationState.UP_TO_DATE);
    }

    private void halfDetach() {
        try (var reader = test.database.getConnection();
                var own = test.database.getConnection();
                var select = reader.createStatement();
                var detach = own.createStatement()) {
            reader.setAutoCommit(false);
            select.execute("SELECT * FROM years");
            detach.execute("SET statement_timeout = '500ms'");
            assertThatThrownBy(() -> detach.execute("ALTER TABLE years DETACH PARTITION y1 CONCURRENTLY"))
                    .hasMessageContaining("statement timeout");
            reader.rollback();
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @RevisionHeader(id = "c", revises = "a", message = "Index")
    static final class IndexedCalls implements JavaRevision {
        @Override
        public void upgrade(Operations op) {
            op.createIndex("calls_id", "calls", i -> i.columns("id").concurrently());
        }

        @Override
        public void downgrade(Operations op) {
            op.dropIndex("calls_id", "calls", i -> i.concurrently());
        }
    }
}
