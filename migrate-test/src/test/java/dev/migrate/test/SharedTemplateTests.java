package dev.migrate.test;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.discovery.ClassSelector;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;
import org.springframework.jdbc.core.simple.JdbcClient;

import dev.migrate.testing.TestDatabases;

import static org.assertj.core.api.Assertions.assertThat;

/** 200 tests in four classes, all at the same time, migrate once: each class has a copy, and each test its rows in it. */
class SharedTemplateTests {

    private static final Set<String> DATABASES = ConcurrentHashMap.newKeySet();

    private static final Set<String> MIGRATIONS = ConcurrentHashMap.newKeySet();

    @Test
    void twoHundredTestsShareOneMigration() {
        DATABASES.clear();
        MIGRATIONS.clear();

        Events tests = EngineTestKit.engine("junit-jupiter")
                .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
                .configurationParameter("junit.jupiter.execution.parallel.mode.default", "concurrent")
                .selectors(Stream.of(First.class, Second.class, Third.class, Fourth.class)
                        .map(DiscoverySelectors::selectClass)
                        .toArray(ClassSelector[]::new))
                .execute()
                .testEvents();

        tests.assertStatistics(statistics -> statistics.started(200).succeeded(200));
        assertThat(DATABASES).hasSize(4);
        assertThat(MIGRATIONS).hasSize(1);
        assertThat(databasesLike(DATABASES.iterator().next().replaceFirst("\\d+$", "%")))
                .as("databases and templates that are left")
                .isEmpty();
    }

    private static List<String> databasesLike(String pattern) {
        return JdbcClient.create(TestDatabases.postgres())
                .sql("SELECT datname FROM pg_database WHERE datname LIKE ?")
                .param(pattern)
                .query(String.class)
                .list();
    }

    @MigrationTest(properties = "migrate.locations=classpath:revisions/calls")
    abstract static class FiftyTests {

        private final MigrationHarness database;

        FiftyTests(MigrationHarness database) {
            this.database = database;
        }

        @BeforeEach
        void migrate() {
            database.upgradeTo("heads");
        }

        @RepeatedTest(50)
        void everyTestHasItsRow(RepetitionInfo repetition) {
            Map<String, ?> row = Map.of("caller", "caller " + repetition.getCurrentRepetition());
            database.assertThatTable("calls").accepts(row);
            database.insert("calls", row);
            database.assertThatTable("calls").hasRow(row);
        }

        @AfterAll
        static void everyClassHasItsDatabase(MigrationHarness database) {
            database.assertThatTable("calls").hasRows(50);
            DATABASES.add(ask(database, "SELECT current_database()"));
            MIGRATIONS.add(ask(database, "SELECT min(at)::text FROM migrate_history"));
        }

        private static String ask(MigrationHarness database, String sql) {
            return database.jdbc().sql(sql).query(String.class).single();
        }
    }

    static class First extends FiftyTests {
        First(MigrationHarness database) {
            super(database);
        }
    }

    static class Second extends FiftyTests {
        Second(MigrationHarness database) {
            super(database);
        }
    }

    static class Third extends FiftyTests {
        Third(MigrationHarness database) {
            super(database);
        }
    }

    static class Fourth extends FiftyTests {
        Fourth(MigrationHarness database) {
            super(database);
        }
    }
}
