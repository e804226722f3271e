package dev.migrate.test;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.env.MockEnvironment;

import dev.migrate.error.MigrateException;
import dev.migrate.testing.RequiresDocker;
import dev.migrate.testing.TestDatabases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PostgresServerTests {

    @Test
    void serverThatIsStartedMakesDatabasesAndCopies() throws Exception {
        try (PostgresServer server = PostgresServer.start(ServerSettings.of(new MockEnvironment()))) {
            TestDatabase template = server.create(null);
            JdbcClient.create(template.source()).sql("CREATE TABLE t (a int)").update();
            TestDatabase copy = server.create(template.name());

            assertThat(names(copy, "SELECT to_regclass('t')::text")).isEqualTo("t");
        }
    }

    @Test
    void serverThatRunsKeepsNothing() throws Exception {
        String url = String.valueOf(TestDatabases.postgres().getUrl());
        ServerSettings settings =
                ServerSettings.of(new MockEnvironment().withProperty("migrate.test.postgresql.url", url));
        assertThat(settings).isEqualTo(new ServerSettings(url, "postgres:18"));
        PostgresServer server = PostgresServer.start(settings);
        TestDatabase first = server.create(null);
        TestDatabase second = server.create(first.name());
        server.drop(first);
        server.close();

        assertThat(JdbcClient.create(TestDatabases.postgres())
                        .sql("SELECT count(*) FROM pg_database WHERE datname IN (?, ?)")
                        .params(first.name(), second.name())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void serverThatRefusesIsExplained() {
        PostgresServer server = PostgresServer.start(
                new ServerSettings("jdbc:postgresql://localhost:1/nowhere?user=nobody", "postgres:18"));

        assertThatThrownBy(() -> server.create(null))
                .isInstanceOfSatisfying(MigrateException.class, failure -> assertThat(failure.hint())
                        .contains("a user who may create databases"))
                .hasMessageStartingWith("The server for tests refuses: ");
    }

    @Test
    @RequiresDocker
    void imageWithoutAServerIsExplained() {
        assertThatThrownBy(() -> PostgresServer.start(new ServerSettings(null, "alpine:3.17")))
                .isInstanceOfSatisfying(MigrateException.class, failure -> assertThat(failure.hint())
                        .contains("migrate.test.postgresql.image"))
                .hasMessageStartingWith("Docker answers, but starts no container of alpine:3.17: ");
    }

    private static String names(TestDatabase database, String sql) {
        return JdbcClient.create(database.source()).sql(sql).query(String.class).single();
    }
}
