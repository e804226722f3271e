package dev.migrate.run;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.migrate.error.MigrateException;
import dev.migrate.operation.LexicalRules;
import dev.migrate.script.ForbiddenSql;

/** The run's connection as the code of a revision sees it: everything but the end of the transaction. */
final class GuardedConnection implements InvocationHandler {

    private static final Set<String> REFUSED = Set.of("commit", "setAutoCommit", "abort");

    private static final String HINT =
            "A run commits a revision as a whole, with its row in the version table. Leave it out;"
                    + " a part that has to be committed by itself is a revision of its own.";

    private final Connection connection;

    private final LexicalRules rules;

    private GuardedConnection(Connection connection, LexicalRules rules) {
        this.connection = connection;
        this.rules = rules;
    }

    static Connection of(Connection connection, LexicalRules rules) {
        return (Connection) Proxy.newProxyInstance(
                GuardedConnection.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                new GuardedConnection(connection, rules));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        String name = method.getName();
        @Nullable Object first = arguments == null ? null : arguments[0];
        if (name.equals("close")) {
            return null;
        }
        if (REFUSED.contains(name) || (name.equals("rollback") && first == null)) {
            throw new MigrateException(name + "() is not for the code of a revision", HINT);
        }
        if (name.startsWith("prepare") && first instanceof String sql) {
            String forbidden = ForbiddenSql.in(sql, rules);
            if (forbidden != null) {
                throw new MigrateException(forbidden + " is not for the code of a revision", HINT);
            }
        }
        try {
            return method.invoke(connection, arguments);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }
}
