package dev.migrate.autoconfigure;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.util.Credentials;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.postgresql.Driver;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.AbstractDataSource;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

import dev.migrate.Migrator;
import dev.migrate.autoconfigure.shop.ShopDatabase;
import dev.migrate.error.MigrateException;
import dev.migrate.revision.Target;
import dev.migrate.run.RunListener;
import dev.migrate.run.UnreachableException;
import dev.migrate.testing.TestDatabases;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

class MigrationDataSourceTests {

    private final ShopDatabase database = new ShopDatabase();

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class, MigrateAutoConfiguration.class))
            .withPropertyValues(database.properties("two"));

    @Test
    void anExhaustedPoolOfOneIsNotTouched() {
        runner.withPropertyValues("spring.datasource.hikari.maximum-pool-size=1", "migrate.when-behind=ignore")
                .run(context -> {
                    HikariDataSource pool = context.getBean(HikariDataSource.class);
                    try (Connection taken = pool.getConnection()) {
                        assertThat(taken.isValid(1)).isTrue();
                        context.getBean(Migrator.class).upgrade(Target.heads());
                        assertThat(pool.getHikariPoolMXBean().getTotalConnections())
                                .isEqualTo(1);
                    }
                    assertThat(database.heads()).containsExactly("b22222222222");
                });
    }

    @Test
    void aPoolThatNobodyUsesIsNotEvenStarted() {
        runner.withPropertyValues("migrate.auto-run=true").run(context -> {
            assertThat(database.heads()).containsExactly("b22222222222");
            assertThat(context.getBean(HikariDataSource.class).isRunning()).isFalse();
        });
    }

    @Test
    void settingsOfHikariApplyToTheOwnConnection() {
        runner.withPropertyValues(
                        "spring.datasource.hikari.connection-init-sql=SET work_mem TO '5MB'",
                        "spring.datasource.hikari.data-source-properties.ApplicationName=shop",
                        "migrate.when-behind=ignore")
                .run(context -> {
                    DataSource own = requireNonNull(PhysicalConnections.like(context.getBean(DataSource.class)));
                    assertThat(setting(own, "work_mem")).isEqualTo("5MB");
                    assertThat(setting(own, "application_name")).isEqualTo("shop");
                });
    }

    @Test
    void credentialsOfHikariAreThoseOfTheMoment() {
        String first = TestDatabases.role("LOGIN SUPERUSER PASSWORD 'x'");
        String second = TestDatabases.role("LOGIN SUPERUSER PASSWORD 'y'");
        runner.withPropertyValues(applicationOf(first))
                .withPropertyValues("migrate.when-behind=ignore")
                .run(context -> {
                    HikariDataSource pool = context.getBean(HikariDataSource.class);
                    DataSource migrations = requireNonNull(PhysicalConnections.like(pool));
                    assertThat(setting(migrations, "session_authorization")).isEqualTo(first);

                    pool.setCredentials(Credentials.of(second, "y"));
                    assertThat(setting(migrations, "session_authorization")).isEqualTo(second);

                    pool.setCredentialsProvider(() -> Credentials.of(first, "x"));
                    assertThat(setting(migrations, "session_authorization")).isEqualTo(first);
                });
    }

    @Test
    void driverThatOnlyTheDriverManagerKnowsIsFound() throws SQLException {
        Driver watching = new WatchingDriver();
        DriverManager.registerDriver(watching);
        try (HikariDataSource pool = new HikariDataSource()) {
            pool.setJdbcUrl(database.url().replace("jdbc:", WatchingDriver.SCHEME));

            DataSource own = requireNonNull(PhysicalConnections.like(pool));

            assertThat(setting(own, "server_version")).isNotEmpty();
            assertThat(pool.isRunning()).isFalse();
        } finally {
            DriverManager.deregisterDriver(watching);
        }
    }

    @Test
    void theMarkedDataSourceComesFirst() {
        ShopDatabase other = new ShopDatabase();
        runner.withUserConfiguration(Marked.class)
                .withPropertyValues("marked.url=" + other.url(), "migrate.url=jdbc:none", "migrate.auto-run=true")
                .run(context -> {
                    assertThat(context).hasNotFailed();
                    assertThat(other.heads()).containsExactly("b22222222222");
                    assertThat(database.heads()).isEmpty();
                });
    }

    @Test
    void aPoolThatConnectsWhenItIsMadeIsWaitedForToo() {
        String owner = TestDatabases.role("LOGIN PASSWORD 'x' CONNECTION LIMIT 0");
        TestDatabases.execute(database.dataSource(), "GRANT ALL ON SCHEMA public TO " + owner);
        List<MigrateException> told = new ArrayList<>();
        RunListener letIn = new RunListener() {
            @Override
            public void waitingForServer(MigrateException failure, Duration waited) {
                told.add(failure);
                TestDatabases.execute(database.dataSource(), "ALTER ROLE " + owner + " CONNECTION LIMIT -1");
            }
        };
        runner.withUserConfiguration(MarkedPool.class)
                .withBean(RunListener.class, () -> letIn)
                .withPropertyValues("marked.url=" + database.bareUrl(), "marked.username=" + owner)
                .withPropertyValues("migrate.auto-run=true", "migrate.connect-wait=1m")
                .run(context -> {
                    assertThat(context).hasNotFailed();
                    assertThat(told).singleElement().isInstanceOf(UnreachableException.class);
                    assertThat(owner(database)).isEqualTo(owner);
                });
    }

    @Test
    void theUrlComesBeforeTheApplicationsDataSource() {
        ShopDatabase other = new ShopDatabase();
        runner.withPropertyValues("migrate.url=" + other.url(), "migrate.auto-run=true")
                .run(context -> {
                    assertThat(other.heads()).containsExactly("b22222222222");
                    assertThat(database.heads()).isEmpty();
                });
    }

    @Test
    void aUrlAloneIsOpenedAsTheApplicationsUser() {
        String owner = TestDatabases.role("LOGIN SUPERUSER PASSWORD 'x'");
        ShopDatabase other = new ShopDatabase();
        runner.withPropertyValues(applicationOf(owner))
                .withPropertyValues("migrate.url=" + other.bareUrl(), "migrate.auto-run=true")
                .run(context -> assertThat(owner(other)).isEqualTo(owner));
    }

    @Test
    void connectionDetailsComeBeforeTheProperties() {
        runner.withBean(MigrateConnectionDetails.class, () -> details(database.url()))
                .withPropertyValues("migrate.url=jdbc:none", "migrate.auto-run=true")
                .run(context -> {
                    assertThat(context).hasNotFailed();
                    assertThat(database.heads()).containsExactly("b22222222222");
                });
    }

    @Test
    void aUserAloneGoesToTheApplicationsDatabase() {
        String owner = TestDatabases.role("LOGIN SUPERUSER PASSWORD 'x'");
        runner.withPropertyValues(
                        "spring.datasource.url=" + database.bareUrl(),
                        "migrate.username=" + owner,
                        "migrate.password=x",
                        "migrate.auto-run=true")
                .run(context -> assertThat(owner(database)).isEqualTo(owner));
    }

    @Test
    void aDataSourceThatTellsNothingIsUsedItself() {
        Opaque opaque = new Opaque(database.dataSource());
        runner.withBean(DataSource.class, () -> opaque)
                .withPropertyValues("migrate.auto-run=true")
                .run(context -> {
                    assertThat(database.heads()).containsExactly("b22222222222");
                    assertThat(opaque.connections).hasPositiveValue();
                });
    }

    @Test
    void postgresqlIsNotAskedForItsVersionWhileConnecting() {
        SimpleDriverDataSource plain = new SimpleDriverDataSource();
        plain.setUrl("jdbc:postgresql://db/shop");
        assertThat(PhysicalConnections.prepared(plain).getConnectionProperties())
                .containsEntry("assumeMinServerVersion", "14");
        SimpleDriverDataSource configured = new SimpleDriverDataSource();
        configured.setUrl("jdbc:postgresql://db/shop?assumeMinServerVersion=16");
        assertThat(PhysicalConnections.prepared(configured).getConnectionProperties())
                .isNull();
    }

    private String[] applicationOf(String user) {
        return new String[] {
            "spring.datasource.url=" + database.bareUrl(),
            "spring.datasource.username=" + user,
            "spring.datasource.password=x"
        };
    }

    private static String owner(ShopDatabase database) {
        return database.jdbc()
                .sql("SELECT tableowner FROM pg_tables WHERE tablename = 'product'")
                .query(String.class)
                .single();
    }

    private static String setting(DataSource dataSource, String name) {
        return JdbcClient.create(dataSource)
                .sql("SELECT current_setting(?)")
                .param(name)
                .query(String.class)
                .single();
    }

    private static MigrateConnectionDetails details(String url) {
        return new MigrateConnectionDetails() {
            @Override
            public String jdbcUrl() {
                return url;
            }

            @Override
            public @Nullable String username() {
                return null;
            }

            @Override
            public @Nullable String password() {
                return null;
            }
        };
    }

    /** Stands between an application and the driver, and tells of itself in the address alone. */
    private static final class WatchingDriver extends Driver {

        static final String SCHEME = "jdbc:watching:";

        @Override
        public @Nullable Connection connect(String url, @Nullable Properties info) throws SQLException {
            return acceptsURL(url) ? super.connect(url.replace(SCHEME, "jdbc:"), info) : null;
        }

        @Override
        public boolean acceptsURL(String url) {
            return url.startsWith(SCHEME);
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Marked {

        @Bean(defaultCandidate = false)
        @MigrateDataSource
        DataSource marked(Environment environment) {
            return new SimpleDriverDataSource(new Driver(), environment.getRequiredProperty("marked.url"));
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class MarkedPool {

        @Bean(defaultCandidate = false)
        @MigrateDataSource
        @Lazy
        HikariDataSource marked(Environment environment) {
            HikariConfig config = new HikariConfig();
            config.setJdbcUrl(environment.getRequiredProperty("marked.url"));
            config.setUsername(environment.getRequiredProperty("marked.username"));
            config.setPassword("x");
            return new HikariDataSource(config);
        }
    }

    /** Gives connections and says nothing about where they go to. */
    private static final class Opaque extends AbstractDataSource {

        private final DataSource target;

        private final AtomicInteger connections = new AtomicInteger();

        Opaque(DataSource target) {
            this.target = target;
        }

        @Override
        public Connection getConnection() throws SQLException {
            connections.incrementAndGet();
            return target.getConnection();
        }

        @Override
        public Connection getConnection(String username, String password) throws SQLException {
            return target.getConnection(username, password);
        }
    }
}
