package dev.migrate.revision;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import dev.migrate.error.MigrateException;

/** The graph, or the database's place in it, does not allow what was asked for. */
public final class RevisionException extends MigrateException {

    /** What went wrong, for callers that act on it. */
    public enum Kind {
        /** The revisions themselves are no graph. */
        INVALID_GRAPH,
        /** A target is not written as one. */
        INVALID_TARGET,
        /** A target names no revision. */
        UNKNOWN_REVISION,
        /** A target names more than one revision. */
        AMBIGUOUS_REVISION,
        /** The version table holds a revision that this build does not have. */
        UNKNOWN_ROW,
        /** One head is needed and there are several. */
        MULTIPLE_HEADS,
        /** Revisions that have to be independent are not: one is an ancestor of another. */
        OVERLAP,
        /** A relative target leads nowhere, or to more than one place. */
        RELATIVE_WALK,
        /** The target is not below what is applied. */
        NOT_A_DOWNGRADE_TARGET,
        /** The two ends of a range are not on one line. */
        RANGE,
        /** A new revision may not revise what it was told to revise. */
        NOT_A_HEAD
    }

    private final Kind kind;

    private RevisionException(Kind kind, String message, List<String> details, String hint) {
        super(message, details, hint, null);
        this.kind = kind;
    }

    private RevisionException(Kind kind, String message, String hint) {
        this(kind, message, List.of(), hint);
    }

    /** Returns what went wrong. */
    public Kind kind() {
        return kind;
    }

    /**
     * A new revision was to build on the one head, and there are several.
     *
     * @param heads their ids
     */
    public static RevisionException multipleHeadsForRevision(Collection<String> heads) {
        return new RevisionException(
                Kind.MULTIPLE_HEADS,
                "Multiple heads are present; please specify the head revision on which the new revision should be based,"
                        + " or perform a merge.",
                "`--head %s` builds on one of them; `migrate merge heads` joins %s."
                        .formatted(heads.iterator().next(), String.join(", ", heads)));
    }

    /**
     * A new revision was to build on one that has children already.
     *
     * @param id of the revision to build on
     * @param children ids of the revisions that revise it
     */
    public static RevisionException notAHead(String id, Collection<String> children) {
        return new RevisionException(
                Kind.NOT_A_HEAD,
                "Revision %s is not a head revision; please specify --splice to create a new branch from this revision"
                        .formatted(id),
                "It is revised by %s already.".formatted(String.join(", ", children)));
    }

    /**
     * A merge was to join a revision with itself.
     *
     * @param id of the revision that was named twice
     */
    public static RevisionException duplicateHeads(String id) {
        return new RevisionException(
                Kind.NOT_A_HEAD,
                "Duplicate head revisions specified",
                "%s is named twice; name each head once, or all of them as `heads`.".formatted(id));
    }

    static RevisionException invalidGraph(List<GraphProblem> problems) {
        GraphProblem first = problems.get(0);
        if (problems.size() == 1) {
            return new RevisionException(Kind.INVALID_GRAPH, first.message(), first.hint());
        }
        List<String> details = new ArrayList<>();
        for (GraphProblem problem : problems) {
            details.add("%s. %s".formatted(problem.message(), problem.hint()));
        }
        return new RevisionException(
                Kind.INVALID_GRAPH,
                "%d problems in the revisions, the first: %s".formatted(problems.size(), first.message()),
                details,
                "Correct the scripts named above; nothing was run.");
    }

    static RevisionException unknown(String symbol, String hint) {
        return new RevisionException(Kind.UNKNOWN_REVISION, cannotLocate(symbol), hint);
    }

    static RevisionException ambiguous(String symbol, List<String> names) {
        return new RevisionException(
                Kind.AMBIGUOUS_REVISION,
                "Multiple revisions start with '%s': %s".formatted(symbol, String.join(", ", names)),
                "Type more characters, so that only one of them is meant.");
    }

    static String cannotLocate(String symbol) {
        return "Can't locate revision identified by '%s'".formatted(symbol);
    }
}
