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

    /** A table that nobody has analyzed says -1, and only one without a page is known to be empty. */
    private static final String ROWS = """
            SELECT CASE WHEN n.nspname <> current_schema() THEN n.nspname END, c.relname,
                   CASE WHEN c.reltuples >= 0 THEN c.reltuples::bigint WHEN pg_relation_size(c.oid) = 0 THEN 0 ELSE -1 END
              FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
             WHERE c.relkind IN ('r', 'm') AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'""";

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
                    if (row.getLong(3) >= 0) {
                        ObjectName name = new ObjectName(row.getString(1), requireNonNull(row.getString(2)));
                        rows.put(World.key(name), row.getLong(3));
                    }
                }
            }
            return new ServerFacts(version / VERSION_STEP, version % VERSION_STEP, rows);
        }
    }
}
