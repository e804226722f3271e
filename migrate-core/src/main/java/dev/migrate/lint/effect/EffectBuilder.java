package dev.migrate.lint.effect;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.migrate.schema.ObjectName;

/** Gathers the effects of the parts of a statement. */
final class EffectBuilder {

    private final World world;

    private final Map<ObjectName, LockMode> locks = new LinkedHashMap<>();

    private final Set<ObjectName> rewrites = new LinkedHashSet<>();

    private final Set<ObjectName> scans = new LinkedHashSet<>();

    private @Nullable String refused;

    EffectBuilder(World world) {
        this.world = world;
    }

    void lock(ObjectName table, LockMode mode) {
        locks.merge(World.key(table), mode, LockMode::or);
    }

    void scan(ObjectName table) {
        scans.add(World.key(table));
    }

    /** The table and all its indexes. */
    void rewrite(ObjectName table) {
        rewrites.add(World.key(table));
        scan(table);
        Relation known = world.relation(table);
        if (known != null) {
            known.indexes().forEach(index -> rewrites.add(World.key(table.sibling(index.name()))));
        }
    }

    void rewriteIndex(ObjectName index) {
        rewrites.add(World.key(index));
    }

    void refuse(String why) {
        refused = why;
    }

    Effect build() {
        return refused == null ? new Effect(locks, rewrites, scans, null) : Effect.refused(refused);
    }
}
