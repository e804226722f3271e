package dev.migrate.faults;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.AbstractDataSource;

/** Has the server itself refuse one of the statements that it is sent, once, with an error of choice. */
final class RefusingSource extends AbstractDataSource {

    private final DataSource real;

    private final long at;

    private final String sqlState;

    private long statements;

    private String refused = "nothing";

    /**
     * Wraps a source.
     *
     * @param at number of the statement, from 0
     * @param sqlState of the error
     */
    RefusingSource(DataSource real, long at, String sqlState) {
        this.real = real;
        this.at = at;
        this.sqlState = sqlState;
    }

    long statements() {
        return statements;
    }

    /** Returns the statement that was refused. */
    String refused() {
        return refused;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return wrap(Connection.class, real.getConnection());
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        return getConnection();
    }

    private <T> T wrap(Class<T> type, Object target) {
        return type.cast(Proxy.newProxyInstance(
                RefusingSource.class.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> call(target, method, arguments)));
    }

    private @Nullable Object call(Object target, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        if (arguments != null && arguments[0] instanceof String sql && sends(target, method)) {
            arguments[0] = statements++ == at ? refusal(sql) : sql;
        }
        try {
            Object result = method.invoke(target, arguments);
            if (result instanceof PreparedStatement) {
                return wrap(PreparedStatement.class, result);
            }
            return result instanceof Statement ? wrap(Statement.class, result) : result;
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }

    private static boolean sends(Object target, Method method) {
        String name = method.getName();
        return target instanceof Connection
                ? name.equals("prepareStatement")
                : name.startsWith("execute") || name.equals("addBatch");
    }

    private String refusal(String sql) {
        refused = sql;
        return "DO $refuse$ BEGIN RAISE EXCEPTION 'refused' USING ERRCODE = '" + sqlState + "'; END $refuse$";
    }
}
