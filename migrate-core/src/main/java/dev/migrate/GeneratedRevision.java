package dev.migrate;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.migrate.autogenerate.Proposal;
import dev.migrate.script.RevisionScript;

/**
 * What came of comparing the database with the model.
 *
 * @param proposal what differs
 * @param scripts the revisions that were written, in the order in which they run; none if nothing differs
 */
public record GeneratedRevision(Proposal proposal, List<RevisionScript> scripts) {

    /** Copies the list. */
    public GeneratedRevision {
        scripts = List.copyOf(scripts);
    }

    /** Returns the first revision that was written, or {@code null} if nothing differs. */
    public @Nullable RevisionScript script() {
        return scripts.isEmpty() ? null : scripts.get(0);
    }
}
