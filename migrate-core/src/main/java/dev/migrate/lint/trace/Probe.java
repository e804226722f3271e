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

/** Runs statements on PostgreSQL and reads from the server what they cost; the connection is in a transaction. */
public final class Probe {

    private static final String OWN = "n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'";

    private static final String RELATIONS =
            "SELECT c.oid, n.nspname, c.relname, c.relfilenode FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
                    + " WHERE c.relkind IN ('r', 'p', 'v', 'm', 'i', 'I') AND " + OWN;

    private static final String LOCKS =
            "SELECT l.relation, l.mode FROM pg_locks l JOIN pg_class c ON c.oid = l.relation JOIN pg_namespace n"
                    + " ON n.oid = c.relnamespace WHERE l.pid = pg_backend_pid() AND l.granted AND c.relkind IN ('r', 'p', 'v', 'm')"
                    + " AND " + OWN
                    + " UNION SELECT l.relation, l.mode FROM pg_locks l WHERE l.pid = pg_backend_pid() AND l.granted"
                    + " AND l.relation IS NOT NULL AND NOT EXISTS (SELECT FROM pg_class c WHERE c.oid = l.relation)";

    private static final String SCANS = "SELECT relid, seq_scan FROM pg_stat_xact_user_tables WHERE seq_scan > 0";

    private final Connection connection;

    /** Creates a probe on a connection that does not commit by itself. */
    public Probe(Connection connection) {
        this.connection = connection;
    }

    /** Runs a statement and returns what it did beyond what the transaction had done before. */
    public Effect run(String sql) throws SQLException {
        Look before = look();
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
        Look after = look();
        return new Effect(locks(before, after), rewrites(before, after), scans(before, after), null);
    }

    private static Map<ObjectName, LockMode> locks(Look before, Look after) {
        Map<ObjectName, LockMode> locks = new LinkedHashMap<>();
        after.locks.forEach((relation, mode) -> {
            LockMode held = before.locks.get(relation);
            ObjectName name = before.names.getOrDefault(relation, after.names.get(relation));
            boolean stronger = held == null || mode.compareTo(held) > 0;
            if (stronger && name != null && !before.indexes(relation)) {
                locks.merge(name, mode, LockMode::or);
            }
        });
        return locks;
    }

    private static Set<ObjectName> rewrites(Look before, Look after) {
        Set<ObjectName> rewrites = new LinkedHashSet<>();
        before.files.forEach((name, file) -> {
            Long now = after.files.get(name);
            if (now != null && !now.equals(file)) {
                rewrites.add(name);
            }
        });
        return rewrites;
    }

    private static Set<ObjectName> scans(Look before, Look after) {
        Set<ObjectName> scans = new LinkedHashSet<>();
        after.scans.forEach((relation, count) -> {
            ObjectName name = after.names.getOrDefault(relation, before.names.get(relation));
            if (name != null && count > before.scans.getOrDefault(relation, 0L)) {
                scans.add(before.names.getOrDefault(relation, name));
            }
        });
        return scans;
    }

    private Look look() throws SQLException {
        Look look = new Look();
        try (Statement statement = connection.createStatement()) {
            try (ResultSet rows = statement.executeQuery(LOCKS)) {
                while (rows.next()) {
                    LockMode mode = LockMode.ofServer(requireNonNull(rows.getString(2)));
                    look.locks.merge(rows.getLong(1), mode, LockMode::or);
                }
            }
            try (ResultSet rows = statement.executeQuery(RELATIONS)) {
                while (rows.next()) {
                    ObjectName name = World.key(new ObjectName(rows.getString(2), requireNonNull(rows.getString(3))));
                    look.names.put(rows.getLong(1), name);
                    look.files.put(name, rows.getLong(4));
                }
            }
            try (ResultSet rows = statement.executeQuery(SCANS)) {
                while (rows.next()) {
                    look.scans.put(rows.getLong(1), rows.getLong(2));
                }
            }
            try (ResultSet rows = statement.executeQuery("SELECT indexrelid FROM pg_index")) {
                while (rows.next()) {
                    look.indexes.add(rows.getLong(1));
                }
            }
        }
        return look;
    }

    /** What the server said at one moment. */
    private static final class Look {

        private final Map<Long, LockMode> locks = new LinkedHashMap<>();

        private final Map<Long, ObjectName> names = new LinkedHashMap<>();

        private final Map<ObjectName, Long> files = new LinkedHashMap<>();

        private final Map<Long, Long> scans = new LinkedHashMap<>();

        private final Set<Long> indexes = new LinkedHashSet<>();

        boolean indexes(Long relation) {
            return indexes.contains(relation);
        }
    }
}
