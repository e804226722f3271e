package dev.migrate.revision;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A node of the graph.
 *
 * <p>The lists keep the order in which the script names them. A revision built from a script that failed its checks never
 * reaches a {@link RevisionGraph}, so the constructor only copies.
 *
 * @param id matches {@link #ID}
 * @param revises ids of the parents: none for a base, several for a merge
 * @param dependsOn ids or labels of revisions that must be applied before, without being parents
 * @param labels names of the branch that this revision carries, each matching {@link #LABEL}
 * @param message one line that says what the revision does
 */
public record Revision(String id, List<String> revises, List<String> dependsOn, List<String> labels, String message) {

    /** What an id looks like. */
    public static final Pattern ID = Pattern.compile("[A-Za-z0-9_]{1,64}");

    /** What a label looks like. */
    public static final Pattern LABEL = Pattern.compile("[A-Za-z0-9_.]{1,64}");

    /** Copies the lists. */
    public Revision {
        revises = List.copyOf(revises);
        dependsOn = List.copyOf(dependsOn);
        labels = List.copyOf(labels);
    }
}
