package dev.migrate.script;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import dev.migrate.revision.Revision;

import static java.util.Objects.requireNonNull;

/**
 * One revision and its two lists of operations, whatever it was written in; unchangeable and safe for use by several threads.
 *
 * <p>The sections and the checksum of a script that a run has looked into before may be read when they are asked for; that throws an
 * {@link InvalidScriptsException} if this version finds something wrong with them.
 */
public final class RevisionScript {

    private final ScriptHeader header;

    private final @Nullable Supplier<ScriptBody> reading;

    private volatile @Nullable ScriptBody body;

    /** Creates the script of a header and a body. */
    public RevisionScript(ScriptHeader header, ScriptBody body) {
        this.header = header;
        this.body = body;
        this.reading = null;
    }

    /**
     * Creates a script whose body is read when somebody asks for it.
     *
     * @param reading the same body whenever it is asked
     */
    RevisionScript(ScriptHeader header, Supplier<ScriptBody> reading) {
        this.header = header;
        this.reading = reading;
    }

    /** Returns the node of the graph. */
    public Revision revision() {
        return header.revision();
    }

    /** Returns where the script was found. */
    public ScriptOrigin origin() {
        return header.origin();
    }

    /** Returns the comment lines of the header that are not header lines, without their dashes; empty without any. */
    public String description() {
        return header.description();
    }

    /** Returns when the author created the revision, or {@code null} where the script does not say. */
    public @Nullable Instant created() {
        return header.created();
    }

    /** Returns what the script is written in. */
    public ScriptKind kind() {
        return header.kind();
    }

    /** Returns the names of the backfills that must have finished before the upgrade. */
    public List<String> requiresBackfills() {
        return header.requiresBackfills();
    }

    /** Returns what an upgrade runs. */
    public Section upgrade() {
        return body().upgrade();
    }

    /** Returns what a downgrade runs, or {@code null} where the revision cannot be downgraded. */
    public @Nullable Section downgrade() {
        return body().downgrade();
    }

    /** Returns why the author says that it cannot be downgraded, or {@code null}; never beside a downgrade. */
    public @Nullable String irreversible() {
        return body().irreversible();
    }

    /** Returns the SHA-256 over the canonical content, 64 hex digits. */
    public String checksum() {
        return body().checksum();
    }

    /** Returns the id of the revision. */
    public String id() {
        return revision().id();
    }

    /** Returns the path as people are shown it, such as {@code db/revisions/2026_01_28_1430-7fa95b5a0eb7_events.sql}, or the name of its class. */
    public String path() {
        return origin().path();
    }

    /** Returns the line on which the script states its id, counted from 1, or 0 for a class. */
    public int headerLine() {
        return origin().headerLine();
    }

    /** Returns the line of an operation of the upgrade, counted from 0, in the source of a class; 0 where nobody knows. */
    public int lineOf(int operation) {
        return origin().lines().line(operation);
    }

    /** Returns the file that an editor can open, or {@code null} where the script does not lie in a file system. */
    public @Nullable Path file() {
        return origin().file();
    }

    ScriptBody body() {
        ScriptBody known = body;
        if (known == null) {
            known = requireNonNull(reading).get();
            body = known;
        }
        return known;
    }

    /** Tells whether the other one is a script that says the same at the same place. */
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof RevisionScript script
                        && header.equals(script.header)
                        && body().equals(script.body()));
    }

    @Override
    public int hashCode() {
        return header.hashCode();
    }

    @Override
    public String toString() {
        return id() + " at " + path();
    }
}
