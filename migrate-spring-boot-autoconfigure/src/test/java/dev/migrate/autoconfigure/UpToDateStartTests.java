package dev.migrate.autoconfigure;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.datasource.AbstractDataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import dev.migrate.autoconfigure.shop.ShopDatabase;
import dev.migrate.testing.TestDatabases;

import static org.assertj.core.api.Assertions.assertThat;

class UpToDateStartTests {

    private final ShopDatabase database = new ShopDatabase();

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(MigrateAutoConfiguration.class))
            .withUserConfiguration(Counted.class)
            .withPropertyValues(database.properties("two"))
            .withPropertyValues("counted.url=" + database.url());

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void takesOneConnectionAndThreeRoundTripsAtMost(boolean autoRun) {
        database.upgrade("two");
        runner.withPropertyValues("migrate.auto-run=" + autoRun).run(context -> {
            assertThat(context).hasNotFailed();
            Counting counting = context.getBean(Counting.class);
            assertThat(counting.connections).hasSize(1);
            assertThat(counting.roundTrips).as("round trips").hasSizeBetween(1, 3);
            assertThat(String.join("\n", counting.roundTrips))
                    .doesNotContainIgnoringCase("insert")
                    .doesNotContainIgnoringCase("advisory_lock(");
        });
    }

    @Test
    void backfillsReadNothingWhereNoneIsDefined() {
        database.upgrade("two");
        runner.withPropertyValues("migrate.auto-run=true", "migrate.backfill.auto-run=true")
                .run(context -> {
                    context.publishEvent(new ApplicationReadyEvent(
                            new SpringApplication(),
                            new String[0],
                            context.getSourceApplicationContext(),
                            Duration.ZERO));
                    Thread.sleep(300);
                    Counting counting = context.getBean(Counting.class);
                    assertThat(counting.connections).hasSize(1);
                    assertThat(counting.roundTrips).hasSize(2);
                });
    }

    @Test
    void aReadOnlyUserIsEnough() {
        database.upgrade("two");
        String reader = TestDatabases.role("LOGIN PASSWORD 'x'");
        database.jdbc()
                .sql("GRANT SELECT ON ALL TABLES IN SCHEMA public TO " + reader)
                .update();
        runner.withPropertyValues(
                        "migrate.auto-run=true", "counted.user=" + reader, "counted.url=" + database.bareUrl())
                .run(context -> assertThat(context).hasNotFailed());
    }

    @Configuration(proxyBeanMethods = false)
    static class Counted {

        @Bean(defaultCandidate = false)
        @MigrateDataSource
        Counting counting(Environment environment) {
            DriverManagerDataSource target =
                    new DriverManagerDataSource(environment.getRequiredProperty("counted.url"));
            if (environment.containsProperty("counted.user")) {
                target.setUsername(environment.getRequiredProperty("counted.user"));
                target.setPassword("x");
            }
            return new Counting(target);
        }
    }

    /** Writes down every call that goes to the server and back. */
    static final class Counting extends AbstractDataSource {

        private final DataSource target;

        private final List<Connection> connections = new CopyOnWriteArrayList<>();

        private final List<String> roundTrips = new CopyOnWriteArrayList<>();

        Counting(DataSource target) {
            this.target = target;
        }

        @Override
        public Connection getConnection() throws SQLException {
            Connection connection = target.getConnection();
            connections.add(connection);
            return proxy(Connection.class, connection, "");
        }

        @Override
        public Connection getConnection(String username, String password) throws SQLException {
            return getConnection();
        }

        private <T> T proxy(Class<T> type, T object, String sql) {
            return type.cast(Proxy.newProxyInstance(
                    getClass().getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                        Object[] given = arguments == null ? new Object[0] : arguments;
                        note(method, sql + (given.length > 0 && given[0] instanceof String ? given[0] : ""));
                        return wrap(call(object, method, given), given);
                    }));
        }

        private void note(Method method, String sql) {
            String name = method.getName();
            if (name.startsWith("execute")
                    || name.equals("commit")
                    || name.equals("rollback")
                    || name.equals("isValid")) {
                roundTrips.add(name + " " + sql);
            }
        }

        private Object wrap(Object result, Object[] arguments) {
            if (result instanceof PreparedStatement statement) {
                return proxy(PreparedStatement.class, statement, String.valueOf(arguments[0]));
            }
            return result instanceof Statement statement ? proxy(Statement.class, statement, "") : result;
        }

        private static Object call(Object object, Method method, Object[] arguments) throws Throwable {
            try {
                return method.invoke(object, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }
    }
}
