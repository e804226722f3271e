package dev.migrate.benchmarks.faults;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;

/** Counts the calls that go to the server, gives each a name, and stops at one of them. */
final class StoppingSource {

    private static final Set<String> CALLS =
            Set.of("getConnection", "commit", "rollback", "execute", "executeQuery", "executeUpdate", "executeBatch");

    private static final Pattern HEAD = Pattern.compile("\\s*(\\w+)(\\s+\\w+)?(.*)", Pattern.DOTALL);

    private final FaultPoint point;

    private final Consumer<String> stop;

    private int calls;

    /** What the last statement was about, for the name of the commit behind it. */
    private String last = "nothing";

    private StoppingSource(FaultPoint point, Consumer<String> stop) {
        this.point = point;
        this.stop = stop;
    }

    /** Returns a source whose calls stop at a point. */
    static DataSource wrap(DataSource real, FaultPoint point, Consumer<String> stop) {
        return point.isNowhere() ? real : new StoppingSource(point, stop).wrap(DataSource.class, real);
    }

    private <T> T wrap(Class<T> type, Object target) {
        return type.cast(Proxy.newProxyInstance(
                StoppingSource.class.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> call(target, method, arguments)));
    }

    private synchronized @Nullable Object call(Object target, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        String name = method.getName();
        if (arguments != null && arguments[0] instanceof String sql) {
            last = name.equals("addBatch") || name.startsWith("execute") || name.startsWith("prepare")
                    ? kind(sql)
                    : last;
        }
        boolean here = CALLS.contains(name)
                && !(target instanceof Statement && name.equals("getConnection"))
                && (calls++ == point.call() || title(name).equals(point.title()));
        if (here && !point.after()) {
            stop.accept("before " + title(name));
        }
        try {
            Object result = method.invoke(target, arguments);
            if (here && point.after()) {
                stop.accept("after " + title(name));
            }
            return wrapped(result);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }

    private @Nullable Object wrapped(@Nullable Object result) {
        if (result instanceof CallableStatement) {
            return wrap(CallableStatement.class, result);
        }
        if (result instanceof PreparedStatement) {
            return wrap(PreparedStatement.class, result);
        }
        if (result instanceof Statement) {
            return wrap(Statement.class, result);
        }
        return result instanceof Connection ? wrap(Connection.class, result) : result;
    }

    private String title(String call) {
        return call.equals("getConnection") ? "connect" : call.startsWith("execute") ? last : call + " of " + last;
    }

    private static String kind(String sql) {
        String ofBackfill = BackfillPhases.of(sql);
        if (ofBackfill != null) {
            return ofBackfill;
        }
        if (sql.contains("'started'")) {
            return "books: started";
        }
        if (sql.contains("'applied'")) {
            return "books: applied";
        }
        if (sql.contains("CONCURRENTLY")) {
            return "CONCURRENTLY";
        }
        if (sql.contains("advisory")) {
            return "lock";
        }
        Matcher head = HEAD.matcher(sql);
        return head.matches() ? head.group(1) + (head.group(2) == null ? "" : head.group(2)) : "statement";
    }
}
