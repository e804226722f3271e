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
 * @param rows about how many rows its tables have; empty without a connection
 */
public record ServerFacts(int major, int minor, Map<ObjectName, Long> rows) {

    private static final int NEWEST = 18;

    /** Copies the map. */
    public ServerFacts {
        rows = Map.copyOf(rows);
    }

    /** Returns what is assumed where nobody can be asked: the newest version, and tables of any size. */
    public static ServerFacts unknown() {
        return new ServerFacts(NEWEST, -1, Map.of());
    }

    /** Returns about how many rows a table has, or {@code null} if nobody knows. */
    public @Nullable Long rows(ObjectName table) {
        return rows.get(World.key(table));
    }
}
