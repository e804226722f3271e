package dev.migrate.script;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.Set;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import dev.migrate.error.MigrateException;
import dev.migrate.operation.LexicalRules;

/** The run's connection as the code of an application sees it: everything but the end of the transaction. */
public final class GuardedConnection implements InvocationHandler {

    private static final Set<String> REFUSED = Set.of("commit", "setAutoCommit", "abort");

    private final Connection connection;

    private final LexicalRules rules;

    private final Function<String, MigrateException> refusal;

    private GuardedConnection(Connection connection, LexicalRules rules, Function<String, MigrateException> refusal) {
        this.connection = connection;
        this.rules = rules;
        this.refusal = refusal;
    }

    /**
     * Returns a connection that cannot be closed, and whose transaction cannot be ended.
     *
     * @param rules the database's
     * @param refusal makes the failure of what was tried, such as {@code commit()}
     */
    public static Connection of(Connection connection, LexicalRules rules, Function<String, MigrateException> refusal) {
        return (Connection) Proxy.newProxyInstance(
                GuardedConnection.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                new GuardedConnection(connection, rules, refusal));
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
            throw refusal.apply(name + "()");
        }
        if (name.startsWith("prepare") && first instanceof String sql) {
            String forbidden = ForbiddenSql.in(sql, rules);
            if (forbidden != null) {
                throw refusal.apply(forbidden);
            }
        }
        try {
            return method.invoke(connection, arguments);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }
}
