package dev.migrate.run;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.migrate.dialect.LockHolder;
import dev.migrate.revision.Heads;
import dev.migrate.script.RevisionScript;

/**
 * Where a database stands.
 *
 * @param state the whole in one word
 * @param database which database
 * @param current the rows of the version table
 * @param heads the effective heads of this build, sorted
 * @param applied how many revisions of this build are applied
 * @param pending what an upgrade to {@code heads} would apply, in order
 * @param unknown rows that this build does not know
 * @param modified applied revisions whose scripts have changed since
 * @param incomplete revisions that need {@code resolve}
 * @param interrupted revisions whose interrupted statement the next run takes up by itself
 * @param heldBack pending revisions that wait for a backfill
 * @param holder who runs migrations, {@code null} unless the state is {@code RUNNING}
 */
public record MigrationStatus(
        MigrationState state,
        DatabaseInfo database,
        Heads current,
        List<String> heads,
        int applied,
        List<RevisionScript> pending,
        List<String> unknown,
        List<String> modified,
        List<Incomplete> incomplete,
        List<Incomplete> interrupted,
        List<HeldBack> heldBack,
        @Nullable LockHolder holder) {

    /** Creates a status in which nothing waits, neither to be taken up nor for a backfill, and nobody is at work. */
    public MigrationStatus(
            MigrationState state,
            DatabaseInfo database,
            Heads current,
            List<String> heads,
            int applied,
            List<RevisionScript> pending,
            List<String> unknown,
            List<String> modified,
            List<Incomplete> incomplete) {
        this(
                state,
                database,
                current,
                heads,
                applied,
                pending,
                unknown,
                modified,
                incomplete,
                List.of(),
                List.of(),
                null);
    }

    /** Returns the status of a database at the heads of a build that has so many revisions. */
    static MigrationStatus upToDate(DatabaseInfo database, Heads heads, int revisions) {
        return new MigrationStatus(
                MigrationState.UP_TO_DATE,
                database,
                heads,
                List.copyOf(heads.ids()),
                revisions,
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    /** Returns whether an instance of this build can serve. */
    public boolean isReady() {
        return state == MigrationState.UP_TO_DATE || state == MigrationState.AHEAD || servesWhileBehind();
    }

    /**
     * Returns whether every pending revision requires a backfill: this build has to serve without them as long as the backfill
     * runs, and goes on to do so when it has finished.
     */
    public boolean servesWhileBehind() {
        return (state == MigrationState.BEHIND || state == MigrationState.RUNNING)
                && !pending.isEmpty()
                && pending.stream()
                        .noneMatch(script -> script.requiresBackfills().isEmpty());
    }

    /** Returns whether an upgrade would do nothing now, since all that is pending waits for a backfill. */
    public boolean awaitsOnlyBackfills() {
        return state == MigrationState.BEHIND
                && !pending.isEmpty()
                && heldBack.stream()
                        .anyMatch(held -> held.revision().equals(pending.get(0).id()));
    }
}
