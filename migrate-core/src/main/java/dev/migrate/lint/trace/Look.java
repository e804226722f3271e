package dev.migrate.lint.trace;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

import dev.migrate.lint.effect.Effect;
import dev.migrate.lint.effect.LockMode;
import dev.migrate.lint.effect.World;
import dev.migrate.schema.ObjectName;

import static java.util.Objects.requireNonNull;

/** What the server said at one moment. */
final class Look {

    private static final String OWN = "n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'";

    private static final String RELATIONS =
            "SELECT c.oid, n.nspname, c.relname, c.relfilenode FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
                    + " WHERE c.relkind IN ('r', 'p', 'v', 'm', 'i', 'I') AND " + OWN;

    /** Also of relations that nobody else sees any more, or not yet. */
    private static final String LOCKS =
            "SELECT l.relation, l.mode FROM pg_locks l JOIN pg_class c ON c.oid = l.relation JOIN pg_namespace n"
                    + " ON n.oid = c.relnamespace WHERE l.pid = %1$s AND l.granted AND c.relkind IN ('r', 'p', 'v', 'm')"
                    + " AND " + OWN
                    + " UNION SELECT l.relation, l.mode FROM pg_locks l WHERE l.pid = %1$s AND l.granted"
                    + " AND l.relation IS NOT NULL AND NOT EXISTS (SELECT FROM pg_class c WHERE c.oid = l.relation)";

    private static final String INDEXES = "SELECT indexrelid FROM pg_index";

    private final Map<Long, LockMode> locks = new LinkedHashMap<>();

    private final Map<Long, ObjectName> names = new LinkedHashMap<>();

    private final Map<ObjectName, Long> files = new LinkedHashMap<>();

    private final Map<Long, Long> scans = new LinkedHashMap<>();

    private final Set<Long> indexes = new LinkedHashSet<>();

    /** Looks from the session that works, inside its transaction. */
    static Look inside(Connection connection) throws SQLException {
        Look look = new Look();
        look.relations(connection);
        look.scans(connection, "pg_stat_xact_user_tables");
        look.locks.putAll(locks(connection, "pg_backend_pid()"));
        return look;
    }

    /**
     * Looks from another session than the one that works.
     *
     * @param locks what was seen of its locks
     */
    static Look outside(Connection watcher, Map<Long, LockMode> locks) throws SQLException {
        Look look = new Look();
        look.relations(watcher);
        look.scans(watcher, "pg_stat_user_tables");
        look.locks.putAll(locks);
        return look;
    }

    /** Returns the strongest lock on each relation that a session holds. */
    static Map<Long, LockMode> locks(Connection connection, String session) throws SQLException {
        Map<Long, LockMode> locks = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(LOCKS.formatted(session))) {
            while (rows.next()) {
                locks.merge(rows.getLong(1), LockMode.ofServer(requireNonNull(rows.getString(2))), LockMode::or);
            }
        }
        return locks;
    }

    private void relations(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            try (ResultSet rows = statement.executeQuery(RELATIONS)) {
                while (rows.next()) {
                    ObjectName name = World.key(new ObjectName(rows.getString(2), requireNonNull(rows.getString(3))));
                    names.put(rows.getLong(1), name);
                    files.put(name, rows.getLong(4));
                }
            }
            try (ResultSet rows = statement.executeQuery(INDEXES)) {
                while (rows.next()) {
                    indexes.add(rows.getLong(1));
                }
            }
        }
    }

    private void scans(Connection connection, String view) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("SELECT relid, seq_scan FROM " + view + " WHERE seq_scan > 0")) {
            while (rows.next()) {
                scans.put(rows.getLong(1), rows.getLong(2));
            }
        }
    }

    /** Returns what happened until a later look. */
    Effect until(Look after) {
        return new Effect(locksUntil(after), rewritesUntil(after), scansUntil(after), null);
    }

    private Map<ObjectName, LockMode> locksUntil(Look after) {
        Map<ObjectName, LockMode> found = new LinkedHashMap<>();
        after.locks.forEach((relation, mode) -> {
            LockMode held = locks.get(relation);
            ObjectName name = names.getOrDefault(relation, after.names.get(relation));
            boolean stronger = held == null || mode.compareTo(held) > 0;
            if (stronger && name != null && !indexes.contains(relation)) {
                found.merge(name, mode, LockMode::or);
            }
        });
        return found;
    }

    private Set<ObjectName> rewritesUntil(Look after) {
        Set<ObjectName> found = new LinkedHashSet<>();
        files.forEach((name, file) -> {
            Long now = after.files.get(name);
            if (now != null && !now.equals(file)) {
                found.add(name);
            }
        });
        return found;
    }

    private Set<ObjectName> scansUntil(Look after) {
        Set<ObjectName> found = new LinkedHashSet<>();
        after.scans.forEach((relation, count) -> {
            ObjectName name = after.names.getOrDefault(relation, names.get(relation));
            if (name != null && count > scans.getOrDefault(relation, 0L)) {
                found.add(names.getOrDefault(relation, name));
            }
        });
        return found;
    }
}
