package dev.migrate.faults;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.AbstractDataSource;

/** Counts every call of the driver, and has a fault strike right before or right after one of them. */
final class FaultySource extends AbstractDataSource implements AutoCloseable {

    private final DataSource real;

    private final long at;

    private final Moment moment;

    private final Fault fault;

    private final List<Connection> opened = new ArrayList<>();

    private int closed;

    private long calls;

    private String struck = "nothing";

    /**
     * Wraps a source.
     *
     * @param at number of the call, from 0
     */
    FaultySource(DataSource real, long at, Moment moment, Fault fault) {
        this.real = real;
        this.at = at;
        this.moment = moment;
        this.fault = fault;
    }

    /** Wraps a source that only counts. */
    static FaultySource counting(DataSource real) {
        return new FaultySource(real, -1, Moment.BEFORE, connection -> {});
    }

    long calls() {
        return calls;
    }

    /** Tells which call the fault has struck. */
    String struck() {
        return struck;
    }

    /** Returns how many connections nobody has closed. */
    int abandoned() {
        return opened.size() - closed;
    }

    @Override
    public Connection getConnection() throws SQLException {
        long number = calls++;
        strike(number, Moment.BEFORE, "getConnection", null);
        Connection connection = real.getConnection();
        opened.add(connection);
        try {
            strike(number, Moment.AFTER, "getConnection", connection);
        } catch (SQLException | RuntimeException | Error e) {
            // Nobody has ever got this one.
            connection.close();
            closed++;
            throw e;
        }
        return wrap(Connection.class, connection, connection);
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        return getConnection();
    }

    /** Ends what a fault has kept the engine from ending. */
    @Override
    public void close() throws SQLException {
        for (Connection connection : opened) {
            connection.close();
        }
    }

    private <T> T wrap(Class<T> type, Object target, Connection connection) {
        return type.cast(Proxy.newProxyInstance(
                FaultySource.class.getClassLoader(), new Class<?>[] {type}, new Calls(target, connection)));
    }

    private void strike(long number, Moment now, String call, @Nullable Connection connection) throws SQLException {
        if (number == at && now == moment) {
            struck = call;
            fault.strike(connection);
        }
    }

    /** When a fault strikes. */
    enum Moment {
        BEFORE,
        AFTER
    }

    /** What strikes. */
    @FunctionalInterface
    interface Fault {

        /**
         * Throws, or does something to the connection.
         *
         * @param connection the real one, or {@code null} before there is one
         */
        void strike(@Nullable Connection connection) throws SQLException;
    }

    private final class Calls implements InvocationHandler {

        private final Object target;

        private final Connection connection;

        Calls(Object target, Connection connection) {
            this.target = target;
            this.connection = connection;
        }

        @Override
        public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
                throws Throwable {
            try {
                if (method.getDeclaringClass() == Object.class) {
                    return method.invoke(target, arguments);
                }
                if (method.getName().equals("close") && target == connection) {
                    closed++;
                }
                long number = calls++;
                strike(number, Moment.BEFORE, method.toString(), connection);
                Object result = method.invoke(target, arguments);
                strike(number, Moment.AFTER, method.toString(), connection);
                return wrapped(result);
            } catch (InvocationTargetException e) {
                throw e.getTargetException();
            }
        }

        private @Nullable Object wrapped(@Nullable Object result) {
            if (result instanceof ResultSet) {
                return wrap(ResultSet.class, result, connection);
            }
            if (result instanceof java.sql.PreparedStatement) {
                return wrap(java.sql.PreparedStatement.class, result, connection);
            }
            if (result instanceof Statement) {
                return wrap(Statement.class, result, connection);
            }
            return result instanceof DatabaseMetaData ? wrap(DatabaseMetaData.class, result, connection) : result;
        }
    }
}
