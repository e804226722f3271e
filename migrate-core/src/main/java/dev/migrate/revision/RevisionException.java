package dev.migrate.revision;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

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

    private RevisionException(Kind kind, String message, List<String> details, @Nullable String hint) {
        super(message, details, hint, null);
        this.kind = kind;
    }

    private RevisionException(Kind kind, String message, @Nullable String hint) {
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
                "%s problems in the revisions, the first: %s".formatted(problems.size(), first.message()),
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

    static RevisionException noSuchBranch(String branch, String hint, List<String> labels) {
        String known = labels.isEmpty()
                ? "no revision carries a label; before the @ may also stand an id"
                : "the labels are %s".formatted(String.join(", ", labels));
        return new RevisionException(
                Kind.UNKNOWN_REVISION,
                cannotLocate(branch),
                List.of("No such branch: '%s'; %s.".formatted(branch, known)),
                hint);
    }

    static RevisionException notOnBranch(String symbol, String id, Target target) {
        return new RevisionException(
                Kind.UNKNOWN_REVISION,
                cannotLocate(symbol),
                List.of("Revision %s is not a member of branch '%s'.".formatted(id, target.branch())),
                "Type '%s' alone, or a revision of that branch: `migrate history -r %s@base:%s@heads` lists them."
                        .formatted(symbol, target.branch(), target.branch()));
    }

    static RevisionException invalidTarget(String text) {
        return new RevisionException(
                Kind.INVALID_TARGET,
                cannotLocate(text),
                "A target is an id or its first four characters or more, a label, head, heads or base; LABEL@ may stand before"
                        + " it and +N or -N after it, as in 7fa9+1 or meetings@head.");
    }

    static RevisionException rangeNotAllowed(String text) {
        return new RevisionException(
                Kind.INVALID_TARGET,
                "Range revision not allowed",
                "Give one target instead of '%s'; for `--sql`, `--from` names the start.".formatted(text));
    }

    static RevisionException invalidRange(String text) {
        return new RevisionException(
                Kind.INVALID_TARGET,
                "History range requires [start]:[end], [start]:, or :[end]",
                "'%s' is none; '%s:' starts there, ':%s' ends there.".formatted(text, bare(text), bare(text)));
    }

    private static String bare(String text) {
        return text.contains(":") || text.isEmpty() ? "base" : text;
    }

    static RevisionException currentIsNoDestination(Target target) {
        return new RevisionException(
                Kind.INVALID_TARGET,
                cannotLocate(target.toString()),
                "'current' is where the database is already; go on from there with +N, or back with -N.");
    }

    static RevisionException unknownRows(List<String> ids) {
        String all = String.join(", ", ids);
        return new RevisionException(
                Kind.UNKNOWN_ROW,
                cannotLocate(ids.get(0)),
                List.of(
                        "The database is ahead of this build: its version table holds %s, which is no revision of this build."
                                .formatted(all)),
                "Use the build that has %s, or downgrade with that build before you go back to this one; `migrate stamp --purge REV`"
                                .formatted(all)
                        + " overwrites the version table if that revision is gone for good.");
    }

    static RevisionException multipleHeads(Target target, List<String> choices) {
        String hint = target.branch() == null
                ? "Type one of %s, or heads.".formatted(String.join(", ", choices))
                : "Type one of %s, or %s@heads.".formatted(String.join(", ", choices), target.branch());
        String narrower = target.branch() == null
                ? "'<branchname>@%s' to narrow to a specific head, or 'heads' for all heads".formatted(target)
                : "or '%s@heads' for all heads of that branch".formatted(target.branch());
        return new RevisionException(
                Kind.MULTIPLE_HEADS,
                "Multiple head revisions are present for given argument '%s'; please specify a specific target revision, %s"
                        .formatted(target, narrower),
                hint);
    }

    static RevisionException multipleHeadsForStamp(Target target, List<String> choices) {
        return new RevisionException(
                Kind.MULTIPLE_HEADS,
                "Multiple heads are present; please specify a single target revision",
                multipleHeads(target, choices).hint());
    }

    static RevisionException overlappingRows(List<String> pair, List<String> maximal) {
        return new RevisionException(
                Kind.OVERLAP,
                overlap(pair),
                List.of("The version table holds both, and %s already needs %s.".formatted(pair.get(0), pair.get(1))),
                "`migrate stamp --purge %s` repairs the version table.".formatted(String.join(" ", maximal)));
    }

    static RevisionException overlappingTargets(List<String> pair) {
        return new RevisionException(
                Kind.OVERLAP,
                overlap(pair),
                "%s needs %s, so name %s alone.".formatted(pair.get(0), pair.get(1), pair.get(0)));
    }

    private static String overlap(List<String> pair) {
        return "Requested revision %s overlaps with other requested revisions %s".formatted(pair.get(0), pair.get(1));
    }

    static RevisionException ambiguousWalkUp(Target target, String from, List<String> next) {
        String symbol = target.symbol() == null ? "" : target.symbol();
        String choices = next.stream()
                .map(id -> "%s@%s+%s".formatted(id, symbol, target.offset()))
                .collect(Collectors.joining(", "));
        return new RevisionException(
                Kind.RELATIVE_WALK,
                "Ambiguous walk: '%s' leads from %s to %s revisions".formatted(target, from, next.size()),
                "Name the branch: %s.".formatted(choices));
    }

    static RevisionException ambiguousWalkDown(Target target, String merge, List<String> parents) {
        return new RevisionException(
                Kind.RELATIVE_WALK,
                "Ambiguous walk: '%s' leads down through %s, which merges %s revisions"
                        .formatted(target, merge, parents.size()),
                "Name the revision to go to, such as %s.".formatted(String.join(" or ", parents)));
    }

    static RevisionException ambiguousUpgrade(Target target, List<String> starts) {
        String choices = starts.stream()
                .map(id -> "%s@+%s".formatted(id, target.offset()))
                .collect(Collectors.joining(", "));
        return new RevisionException(
                Kind.RELATIVE_WALK,
                "Ambiguous upgrade from multiple current revisions",
                "'%s' could start at any of them; say which: %s.".formatted(target, choices));
    }

    static RevisionException ambiguousDowngrade(Target target, List<String> starts) {
        String choices = starts.stream()
                .map(id -> "%s@%s".formatted(id, target.offset()))
                .collect(Collectors.joining(", "));
        return new RevisionException(
                Kind.MULTIPLE_HEADS,
                "downgrade %s from multiple heads is ambiguous".formatted(target),
                "Say which: %s; or name the revision to go to.".formatted(choices));
    }

    static RevisionException wrongDirection(Target target, Direction direction) {
        int count = Math.abs(target.offset());
        String other = direction == Direction.UPGRADE ? "downgrade" : "upgrade";
        return new RevisionException(
                Kind.RELATIVE_WALK,
                notProduced(target, count),
                "`migrate %s %s` goes that way.".formatted(other, target));
    }

    static RevisionException walkedTooFar(Target target, int left) {
        int count = Math.abs(target.offset());
        int found = count - left;
        String end = target.offset() > 0
                ? "'heads' goes to the end"
                : "'%s' goes below the first revision"
                        .formatted(target.branch() == null ? "base" : target.branch() + "@base");
        return new RevisionException(
                Kind.RELATIVE_WALK,
                target.isRelativeToCurrent()
                        ? notProduced(target, count)
                        : "Walked too far: '%s' leads beyond the revisions".formatted(target),
                "%s that way; %s."
                        .formatted(
                                found == 1 ? "There is 1 revision" : "There are %s revisions".formatted(found), end));
    }

    private static String notProduced(Target target, int count) {
        return "Relative revision %s%s didn't produce %s migrations"
                .formatted(target.offset() < 0 ? "" : "+", target.offset(), count);
    }

    static RevisionException notADowngradeTarget(Target target, List<String> rows, List<String> below) {
        String hint = rows.isEmpty()
                ? "Nothing is applied, so there is nothing to remove."
                : "The database is at %s; go down to %s, or anything below."
                        .formatted(String.join(", ", rows), below.isEmpty() ? "base" : String.join(", ", below));
        return new RevisionException(Kind.NOT_A_DOWNGRADE_TARGET, notADestination(target), hint);
    }

    static RevisionException appliedAsDependency(Target target, List<String> dependents) {
        return new RevisionException(
                Kind.NOT_A_DOWNGRADE_TARGET,
                notADestination(target),
                "It is applied and nothing applied revises it, but it is needed by %s; go below that to remove it."
                        .formatted(String.join(", ", dependents)));
    }

    private static String notADestination(Target target) {
        return "Destination %s is not a valid downgrade target from current head(s)".formatted(target);
    }

    static RevisionException noRootOnBranch(Target target, String destination, List<String> roots) {
        String choices = roots.stream().map(id -> id + "@" + destination).collect(Collectors.joining(", "));
        return new RevisionException(
                Kind.NOT_A_DOWNGRADE_TARGET,
                "Not a valid downgrade target from current heads",
                "'%s' does not say which of several branches above %s to remove; type %s, or %s for all."
                        .formatted(target, destination, choices, destination));
    }

    static RevisionException notOnOneLine(RevisionRange range) {
        return new RevisionException(
                Kind.RANGE,
                "Requested range %s does not refer to ancestor/descendant revisions along the same branch"
                        .formatted(range),
                "The left end has to be below the right one: `migrate history -r :%s` lists what is."
                        .formatted(range.to() == null ? "heads" : range.to()));
    }

    private static String cannotLocate(String symbol) {
        return "Can't locate revision identified by '%s'".formatted(symbol);
    }
}
