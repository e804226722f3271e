package dev.migrate.lint;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;

import dev.migrate.lint.effect.World;
import dev.migrate.lint.rule.ServerFacts;
import dev.migrate.schema.ObjectName;

import static java.util.Objects.requireNonNull;

/** Asks a PostgreSQL server what lint wants to know; nothing is locked, counted or written. */
public final class ServerReader {

    private static final int VERSION_STEP = 10_000;

    /** A table that nobody has analyzed says -1. Its size would tell more, but asking for it waits for locks. */
    private static final String ROWS = """
            SELECT n.nspname, c.relname, pg_catalog.pg_table_is_visible(c.oid),
                   CASE WHEN c.relkind IN ('r', 'm') AND c.reltuples >= 0 THEN c.reltuples::bigint ELSE -1 END
              FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
             WHERE c.relkind IN ('r', 'p', 'm', 'v', 'f') AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'""";

    private ServerReader() {}

    /** Returns what the server says. */
    public static ServerFacts read(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            int version;
            try (ResultSet row = statement.executeQuery("SELECT current_setting('server_version_num')::integer")) {
                row.next();
                version = row.getInt(1);
            }
            Map<ObjectName, Long> rows = new HashMap<>();
            try (ResultSet row = statement.executeQuery(ROWS)) {
                while (row.next()) {
                    String name = requireNonNull(row.getString(2));
                    rows.put(World.key(new ObjectName(row.getString(1), name)), row.getLong(4));
                    if (row.getBoolean(3)) {
                        rows.put(ObjectName.of(name), row.getLong(4));
                    }
                }
            }
            return new ServerFacts(version / VERSION_STEP, version % VERSION_STEP, rows);
        }
    }
}
