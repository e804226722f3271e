package dev.migrate.script;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.migrate.operation.Interruptible;
import dev.migrate.operation.Interruptible.IndexBuild;
import dev.migrate.operation.Interruptible.IndexDrop;
import dev.migrate.operation.Interruptible.IndexRebuild;
import dev.migrate.operation.Interruptible.PartitionDetach;
import dev.migrate.operation.Interruptible.Scope;
import dev.migrate.operation.LexicalRules;
import dev.migrate.schema.Index.Uniqueness;
import dev.migrate.schema.ObjectName;

import static org.assertj.core.api.Assertions.assertThat;

class InterruptibleSqlTests {

    @Test
    void indexBuildIsReadWithItsNamesAsTheServerKeepsThem() {
        assertThat(
                        of(
                                "create unique /* x */ index Concurrently if not exists \"My \"\"Index\" on only App.Calls USING btree (id)"))
                .isEqualTo(new IndexBuild(
                        new ObjectName("app", "calls"), "My \"Index", Uniqueness.UNIQUE, "USING btree (id)"));
        assertThat(of("CREATE INDEX CONCURRENTLY ÄB ON t (id)"))
                .isEqualTo(new IndexBuild(ObjectName.of("t"), "Äb", Uniqueness.NOT_UNIQUE, "(id)"));
    }

    @Test
    void indexDropsRebuildsAndDetachedPartitionsAreRead() {
        assertThat(of("DROP INDEX CONCURRENTLY IF EXISTS app.x")).isEqualTo(new IndexDrop(new ObjectName("app", "x")));
        assertThat(of("REINDEX INDEX CONCURRENTLY x")).isEqualTo(new IndexRebuild(Scope.INDEX, ObjectName.of("x")));
        assertThat(of("REINDEX (VERBOSE, CONCURRENTLY) TABLE t"))
                .isEqualTo(new IndexRebuild(Scope.TABLE, ObjectName.of("t")));
        assertThat(of("REINDEX SCHEMA CONCURRENTLY app"))
                .isEqualTo(new IndexRebuild(Scope.SCHEMA, ObjectName.of("app")));
        assertThat(of("REINDEX DATABASE CONCURRENTLY")).isEqualTo(new IndexRebuild(Scope.DATABASE, null));
        assertThat(of("ALTER TABLE IF EXISTS ONLY t DETACH PARTITION app.p CONCURRENTLY"))
                .isEqualTo(new PartitionDetach(ObjectName.of("t"), new ObjectName("app", "p")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INSERT INTO t VALUES (1)",
                "CREATE TABLE concurrently (id int)",
                "CREATE INDEX x ON t (id)",
                "ALTER TABLE t DETACH PARTITION p FINALIZE",
                "ALTER TYPE mood ADD VALUE 'sad'",
                "ALTER TABLE t VALIDATE CONSTRAINT c",
                "DO $$ BEGIN PERFORM 1; END $$",
                "(SELECT 1)"
            })
    void whatOneTransactionHoldsIsUndivided(String sql) {
        assertThat(of(sql)).isEqualTo(new Interruptible.Undivided());
    }

    @ParameterizedTest
    @ValueSource(strings = {"VACUUM t", "ANALYZE", "ALTER SYSTEM SET work_mem = '8MB'", "REINDEX TABLE t", "CLUSTER"})
    void whatDoesNoHarmTwiceIsRepeatable(String sql) {
        assertThat(of(sql)).isEqualTo(new Interruptible.Repeatable());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CALL p()",
                "DO $$ BEGIN COMMIT; END $$",
                "CREATE DATABASE d",
                "DROP SUBSCRIPTION s",
                "ALTER SUBSCRIPTION s REFRESH PUBLICATION",
                "CREATE INDEX CONCURRENTLY ON t (id)",
                "CREATE INDEX CONCURRENTLY U&\"x\" ON t (id)",
                "NOTIFY x",
                ""
            })
    void nothingIsKnownOfTheRest(String sql) {
        assertThat(of(sql)).isNull();
    }

    @Test
    void otherDatabasesHaveOtherStatements() {
        assertThat(InterruptibleSql.of("INSERT INTO t VALUES (1)", LexicalRules.mariadb()))
                .isNull();
    }

    private static @Nullable Interruptible of(String sql) {
        return InterruptibleSql.of(sql, LexicalRules.postgresql());
    }
}
