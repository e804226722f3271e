package dev.migrate.revision;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What the version table holds: the ids of the applied revisions that nothing applied builds on.
 *
 * @param ids sorted and unmodifiable; empty for a database at its base
 */
public record Heads(SortedSet<String> ids) {

    /** Copies the ids. */
    public Heads {
        ids = Collections.unmodifiableSortedSet(new TreeSet<>(ids));
    }

    /** Returns the heads of a database in which nothing is applied. */
    public static Heads none() {
        return new Heads(Collections.emptySortedSet());
    }

    /** Returns these ids as heads, each once, whatever their order. */
    public static Heads of(Collection<String> ids) {
        return new Heads(new TreeSet<>(ids));
    }

    /** Returns these ids as heads, each once, whatever their order. */
    public static Heads of(String... ids) {
        return of(List.of(ids));
    }

    /** Tells whether nothing is applied. */
    public boolean isEmpty() {
        return ids.isEmpty();
    }

    /** Tells whether this id is one of the heads; an applied revision below a head is none. */
    public boolean contains(String id) {
        return ids.contains(id);
    }

    /** Returns the ids separated by commas, or {@code <base>} for none. */
    @Override
    public String toString() {
        return ids.isEmpty() ? "<base>" : String.join(", ", ids);
    }
}
