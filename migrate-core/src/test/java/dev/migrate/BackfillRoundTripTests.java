package dev.migrate;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import dev.migrate.backfill.BackfillListener;
import dev.migrate.testing.TestDatabases;

import static org.assertj.core.api.Assertions.assertThat;

/** How often a batch speaks to the server, which is what a backfill costs where the server is far away. */
class BackfillRoundTripTests {

    private static final int SIZE = 50;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private final DriverManagerDataSource database = TestDatabases.postgres();

    @Test
    void batchTakesFourRoundTripsAndEveryTenthSevenMore() {
        BackfillSample.items(database, 40 * SIZE);
        BackfillSample.file(folder, BackfillSample.COUNTING);
        Counting counting = new Counting(database);
        List<Integer> each = new ArrayList<>();
        BackfillListener listener = new BackfillListener() {
            @Override
            public void batch(String name, long rows, Duration duration) {
                each.add(counting.calls);
                counting.calls = 0;
            }
        };

        BackfillSample.of(counting, folder, BackfillSample.settings(SIZE, SIZE)).run("count", listener, () -> false);

        // The first also begins the backfill, and each that begins a range has it handed out before: take, commit,
        // look, lock, look
        // ahead, hand out, commit. Once a second another asks for the progress.
        assertThat(each).hasSize(40);
        assertThat(each.stream().filter(calls -> calls == 4).count()).isGreaterThanOrEqualTo(32);
        assertThat(each.get(20)).isIn(11, 12);
    }

    /** Counts the calls that wait for the server's answer. */
    private static final class Counting extends DelegatingDataSource {

        private int calls;

        Counting(DriverManagerDataSource database) {
            super(database);
        }

        @Override
        public Connection getConnection() throws SQLException {
            return wrap(Connection.class, super.getConnection());
        }

        private <T> T wrap(Class<T> type, Object target) {
            return type.cast(Proxy.newProxyInstance(
                    Counting.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                        if (method.getName().startsWith("execute")
                                || method.getName().equals("commit")) {
                            calls++;
                        }
                        try {
                            Object result = method.invoke(target, arguments);
                            return result instanceof PreparedStatement
                                    ? wrap(PreparedStatement.class, result)
                                    : result instanceof Statement ? wrap(Statement.class, result) : result;
                        } catch (InvocationTargetException e) {
                            throw e.getTargetException();
                        }
                    }));
        }
    }
}
