package dev.migrate;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;

import org.springframework.jdbc.datasource.AbstractDataSource;

/** Answers every statement outside a transaction from another session in turn. */
final class SessionPooler extends AbstractDataSource {

    private final Connection[] sessions;

    private int next;

    SessionPooler(Connection... sessions) {
        this.sessions = sessions;
    }

    @Override
    public Connection getConnection() {
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("close")) {
                        return null;
                    }
                    next = method.getName().equals("createStatement") ? 1 - next : next;
                    try {
                        return method.invoke(sessions[next], arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getTargetException();
                    }
                });
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        return getConnection();
    }
}
