package dev.migrate.lint.rule;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.migrate.lint.effect.World;
import dev.migrate.schema.ObjectName;

/**
 * What is known of the server that revisions will run on.
 *
 * @param major its major version
 * @param minor its minor version, or -1 if nobody knows
 * @param rows about how many rows its tables have, -1 where it does not know; {@code null} without a connection
 */
public record ServerFacts(int major, int minor, @Nullable Map<ObjectName, Long> rows) {

    private static final int NEWEST = 18;

    /** Copies the map. */
    public ServerFacts {
        rows = rows == null ? null : Map.copyOf(rows);
    }

    /** Returns what is assumed where nobody can be asked: the newest version, and tables of any size. */
    public static ServerFacts unknown() {
        return new ServerFacts(NEWEST, -1, null);
    }

    /** Returns about how many rows a table has, or {@code null} if nobody knows. */
    public @Nullable Long rows(ObjectName table) {
        Long known = rows == null ? null : rows.get(World.key(table));
        return known == null || known < 0 ? null : known;
    }

    /** Tells whether the server says that it has no such table: a revision is going to create it. */
    public boolean lacks(ObjectName table) {
        return rows != null && !rows.containsKey(World.key(table));
    }
}
