package dev.migrate.script;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.migrate.operation.LexicalRules;

import static org.assertj.core.api.Assertions.assertThat;

class StatementKindTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE INDEX CONCURRENTLY i ON t (a)",
                "create unique index concurrently if not exists i on t (a)",
                "CREATE /* x */ INDEX -- y\n CONCURRENTLY i ON t (a)",
                "DROP INDEX CONCURRENTLY i",
                "REINDEX TABLE CONCURRENTLY t",
                "REINDEX (VERBOSE, CONCURRENTLY) INDEX i",
                "REINDEX (CONCURRENTLY true) INDEX i",
                "REINDEX DATABASE d",
                "REINDEX (VERBOSE) SCHEMA s",
                "REINDEX SYSTEM d",
                "ALTER TABLE s.t DETACH PARTITION s.p CONCURRENTLY",
                "ALTER TABLE detach DETACH PARTITION \"p\" concurrently",
                "VACUUM",
                "VACUUM (ANALYZE) t",
                "CREATE DATABASE d",
                "DROP DATABASE IF EXISTS d",
                "ALTER DATABASE d SET TABLESPACE t",
                "CREATE TABLESPACE t LOCATION '/x'",
                "DROP TABLESPACE t",
                "ALTER SYSTEM SET work_mem = '1MB'",
                "CLUSTER",
                "CLUSTER VERBOSE",
                "CLUSTER (VERBOSE)",
                "CREATE SUBSCRIPTION s CONNECTION 'x' PUBLICATION p",
                "CREATE SUBSCRIPTION s CONNECTION 'x' PUBLICATION p WITH (copy_data = false)",
                "CREATE SUBSCRIPTION s CONNECTION 'x' PUBLICATION p WITH (create_slot)",
                "ALTER SUBSCRIPTION s REFRESH PUBLICATION",
                "ALTER SUBSCRIPTION s ADD PUBLICATION p",
                "ALTER SUBSCRIPTION s SET PUBLICATION p WITH (copy_data = false)",
            })
    void refusedInATransaction(String sql) {
        assertThat(kind(sql)).isEqualTo(StatementKind.NON_TRANSACTIONAL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE INDEX i ON t (a) WHERE b = 'CONCURRENTLY'",
                "CREATE INDEX \"CONCURRENTLY\" ON t (a)",
                "CREATE INDEX i /* CONCURRENTLY */ ON t (a)",
                "CREATE INDEX i -- CONCURRENTLY\n ON t (a)",
                "CREATE INDEX i ON t (concurrently)",
                "DROP INDEX i",
                "REINDEX TABLE t",
                "REINDEX (CONCURRENTLY false) INDEX i",
                "REINDEX (CONCURRENTLY off, VERBOSE) TABLE t",
                "REFRESH MATERIALIZED VIEW CONCURRENTLY v",
                "ALTER TABLE t DETACH PARTITION p",
                "ALTER TABLE t DETACH PARTITION p FINALIZE",
                "ALTER TABLE t DETACH PARTITION s.concurrently",
                "ALTER TYPE e ADD VALUE 'vacuum'",
                "ALTER DATABASE d SET work_mem = '1MB'",
                "ALTER SUBSCRIPTION s SET (slot_name = NONE)",
                "ALTER SUBSCRIPTION s SET PUBLICATION p WITH (refresh = false)",
                "ALTER SUBSCRIPTION s DISABLE",
                "CREATE SUBSCRIPTION s CONNECTION 'x' PUBLICATION p WITH (connect = false)",
                "CREATE SUBSCRIPTION s CONNECTION 'x' PUBLICATION p WITH (slot_name = NONE, create_slot = 'false')",
                "CLUSTER t USING i",
                "CLUSTER VERBOSE t",
                "CLUSTER (VERBOSE) t",
                "ANALYZE t",
                "EXPLAIN ANALYZE SELECT 1",
                "INSERT INTO t VALUES ('VACUUM')",
                "CREATE TABLE vacuum (id int)",
                "ALTER TABLESPACE t OWNER TO o",
                "(SELECT 1)",
                "é",
            })
    void allowedInATransaction(String sql) {
        assertThat(kind(sql)).isEqualTo(StatementKind.TRANSACTIONAL);
    }

    private static StatementKind kind(String sql) {
        Problems problems = new Problems("x.sql");
        StatementSplitter splitter = new StatementSplitter(
                (sql + ";").getBytes(StandardCharsets.UTF_8), 0, problems, LexicalRules.postgresql());
        assertThat(splitter.next()).isEqualTo(StatementSplitter.Found.STATEMENT);
        assertThat(problems.found()).isEmpty();
        return splitter.statement().kind();
    }
}
