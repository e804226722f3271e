package dev.migrate.script;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.migrate.error.MigrateException;
import dev.migrate.revision.Revision;

/**
 * A revision that is about to be written.
 *
 * @param id matches {@link dev.migrate.revision.Revision#ID}; see {@link RevisionIds} for new ones
 * @param revises ids of the parents: none for a base, several for a merge
 * @param message one line that says what it does; line breaks and control characters become spaces
 * @param labels names of the branch that begins here
 * @param dependsOn ids or labels of revisions that must be applied before
 * @param created cut to seconds
 * @param upgrade statements, with or without comments and a semicolon at the end
 * @param downgrade statements that take them back
 * @param irreversible why there can be no downgrade, or {@code null} if there is one
 */
public record NewRevision(
        String id,
        List<String> revises,
        String message,
        List<String> labels,
        List<String> dependsOn,
        Instant created,
        List<String> upgrade,
        List<String> downgrade,
        @Nullable String irreversible) {

    /**
     * Copies the lists and brings the message into one line.
     *
     * @throws MigrateException if nothing is left of the message
     */
    public NewRevision {
        revises = List.copyOf(revises);
        message = Printable.of(message);
        labels = List.copyOf(labels);
        dependsOn = List.copyOf(dependsOn);
        created = created.truncatedTo(ChronoUnit.SECONDS);
        upgrade = List.copyOf(upgrade);
        downgrade = List.copyOf(downgrade);
        irreversible = irreversible == null ? null : Printable.of(irreversible);
        if (message.isEmpty()) {
            throw new MigrateException("The new revision has no message", "Say with -m what the revision does.");
        }
    }

    /** Creates one that can be taken back. */
    public NewRevision(
            String id,
            List<String> revises,
            String message,
            List<String> labels,
            List<String> dependsOn,
            Instant created,
            List<String> upgrade,
            List<String> downgrade) {
        this(id, revises, message, labels, dependsOn, created, upgrade, downgrade, null);
    }

    /** Returns the node of the graph that it becomes. */
    Revision node() {
        return new Revision(id, revises, dependsOn, labels, message);
    }

    boolean isMerge() {
        return revises.size() > 1;
    }
}
