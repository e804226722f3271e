package dev.migrate.testing;

import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfEnvironmentVariable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import dev.migrate.testing.TestDatabases.Template;

import static org.assertj.core.api.Assertions.assertThat;

class TestDatabasesTests {

    private final AtomicInteger prepared = new AtomicInteger();

    @Test
    void templateIsPreparedOnceAndCopied() {
        Template template = database -> {
            prepared.incrementAndGet();
            TestDatabases.execute(database, "CREATE TABLE t AS SELECT 1 AS a");
        };
        DriverManagerDataSource first = TestDatabases.postgres(template);
        TestDatabases.execute(first, "INSERT INTO t VALUES (2)");
        assertThat(rows(first)).isEqualTo(2);
        assertThat(rows(TestDatabases.postgres(template))).isEqualTo(1);
        assertThat(prepared).hasValue(1);
    }

    @Test
    void leftoversAreDropped() {
        DriverManagerDataSource server = TestServer.get().source();
        Leftovers leftovers = new Leftovers(server);
        TestDatabases.execute(
                server,
                "CREATE DATABASE left_over",
                "CREATE ROLE left_over",
                "ALTER DATABASE left_over OWNER TO left_over");
        leftovers.addRole("left_over");
        leftovers.addDatabase("left_over");
        leftovers.drop();
        assertThat(count(server, "pg_database WHERE datname = 'left_over'")).isZero();
        assertThat(count(server, "pg_roles WHERE rolname = 'left_over'")).isZero();
    }

    @Test
    @RequiresDocker
    @DisabledIfEnvironmentVariable(named = "MIGRATE_TEST_POSTGRESQL_URL", matches = ".+")
    void databasesAreInAContainerWhereDockerAnswers() {
        assertThat(JdbcClient.create(TestDatabases.postgres())
                        .sql("SHOW data_directory")
                        .query(String.class)
                        .single())
                .startsWith("/var/lib/postgresql");
    }

    private static int rows(DriverManagerDataSource database) {
        return count(database, "t");
    }

    private static int count(DriverManagerDataSource database, String from) {
        return JdbcClient.create(database)
                .sql("SELECT count(*) FROM " + from)
                .query(Integer.class)
                .single();
    }
}
