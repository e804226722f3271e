package dev.migrate.lint.trace;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

import dev.migrate.lint.effect.Effect;
import dev.migrate.lint.effect.LockMode;

/**
 * Measures what runs outside of a transaction: its locks are gone when it ends, so a second session looks at them while it runs. One that is
 * held for less than a millisecond may be missed.
 */
final class OutsideProbe {

    /** Servers before 15 count scans half a second late, and are not asked. */
    private static final String FLUSH =
            "SELECT CASE WHEN to_regproc('pg_stat_force_next_flush') IS NULL THEN 'SELECT 1'"
                    + " ELSE 'SELECT pg_stat_force_next_flush()' END";

    private final Connection connection;

    private final Connection watcher;

    private volatile boolean over;

    /** Creates one; both connections commit by themselves. */
    OutsideProbe(Connection connection, Connection watcher) {
        this.connection = connection;
        this.watcher = watcher;
    }

    Effect measure(Probe.Work work) throws SQLException {
        String session = ask(connection, "SELECT pg_backend_pid()");
        Look before = Look.outside(watcher, Map.of());
        FutureTask<Map<Long, LockMode>> seen = new FutureTask<>(() -> watch(session));
        Thread thread = new Thread(seen, "migrate-trace");
        thread.setDaemon(true);
        thread.start();
        try {
            work.run();
        } finally {
            over = true;
        }
        ask(connection, ask(connection, FLUSH));
        return before.until(Look.outside(watcher, result(seen)));
    }

    private Map<Long, LockMode> watch(String session) throws SQLException {
        Map<Long, LockMode> seen = new LinkedHashMap<>();
        while (!over) {
            Look.locks(watcher, session).forEach((relation, mode) -> seen.merge(relation, mode, LockMode::or));
        }
        return seen;
    }

    private static Map<Long, LockMode> result(FutureTask<Map<Long, LockMode>> seen) throws SQLException {
        try {
            return seen.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof SQLException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while a statement was traced", e);
        }
    }

    private static String ask(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return String.valueOf(row.getString(1));
        }
    }
}
