package dev.migrate.lint.effect;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.migrate.schema.ObjectName;

/**
 * What one statement costs.
 *
 * @param locks the strongest lock on each table and view, held to the end of the transaction
 * @param rewrites the tables and indexes that are written anew
 * @param scans the tables that are read whole
 * @param refused why the server refuses the statement, or {@code null}
 */
public record Effect(
        Map<ObjectName, LockMode> locks,
        Set<ObjectName> rewrites,
        Set<ObjectName> scans,
        @Nullable String refused) {

    private static final Effect NONE = new Effect(Map.of(), Set.of(), Set.of(), null);

    /** Copies the collections. */
    public Effect {
        locks = Collections.unmodifiableMap(new LinkedHashMap<>(locks));
        rewrites = Collections.unmodifiableSet(new LinkedHashSet<>(rewrites));
        scans = Collections.unmodifiableSet(new LinkedHashSet<>(scans));
    }

    /** Returns that of a statement that no table notices. */
    public static Effect none() {
        return NONE;
    }

    static Effect refused(String why) {
        return new Effect(Map.of(), Set.of(), Set.of(), why);
    }

    /** Returns the lock on a table, or {@code null} without one. */
    public @Nullable LockMode lock(ObjectName table) {
        return locks.get(World.key(table));
    }

    /** Tells whether a table is written anew. */
    public boolean rewrites(ObjectName table) {
        return rewrites.contains(World.key(table));
    }

    /** Tells whether a table is read whole. */
    public boolean scans(ObjectName table) {
        return scans.contains(World.key(table));
    }
}
