package dev.migrate.revision;

import java.util.List;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.migrate.revision.RevisionException.Kind;

import static dev.migrate.revision.Failures.assertFailure;
import static dev.migrate.revision.Failures.hint;
import static dev.migrate.revision.Failures.kind;
import static dev.migrate.revision.Revisions.graph;
import static org.assertj.core.api.Assertions.assertThat;

/** The words of every failure: people search for Alembic's, and each comes with what to type instead. */
class RevisionExceptionTests {

    /*
     *            ┌── b1 ── b2 ──┐
     * a1 ── a2 ──┤   ╎          ├── m
     *            └───╎── c1 ────┘
     *                ╎
     *  n1#net ────── n2   (depends on b1)
     */
    private final Planner shop =
            new Planner(graph("a1", "a2 < a1", "b1 < a2", "b2 < b1", "c1 < a2", "m < b2 c1", "n1#net", "n2 < n1 + b1"));

    /*
     * a1 ── a2#left ── a3
     *  └─── x2#right ── x3
     */
    private final Planner fork = new Planner(graph("a1", "a2#left < a1", "a3 < a2", "x2#right < a1", "x3 < x2"));

    /* r1 ── r2 ── r3 ── r4 */
    private final Planner line = new Planner(graph("r1", "r2 < r1", "r3 < r2", "r4 < r3"));

    @Test
    void unknownRevisionSuggestsTheNearest() {
        assertFailure(() -> fork.upgrade(Heads.none(), Target.parse("lefd")))
                .hasMessage("Can't locate revision identified by 'lefd'")
                .satisfies(hint("Did you mean 'left'?"))
                .satisfies(kind(Kind.UNKNOWN_REVISION));
    }

    @Test
    void unknownBranchNamesTheLabels() {
        assertFailure(() -> fork.upgrade(Heads.none(), Target.parse("middle@head")))
                .hasMessage("Can't locate revision identified by 'middle'")
                .satisfies(failure -> assertThat(failure.details())
                        .containsExactly("No such branch: 'middle'; the labels are left, right."));
    }

    @Test
    void revisionOfAnotherBranchIsNamedAsSuch() {
        assertFailure(() -> fork.downgrade(Heads.of("a3", "x3"), Target.parse("left@x2")))
                .hasMessage("Can't locate revision identified by 'x2'")
                .satisfies(failure ->
                        assertThat(failure.details()).containsExactly("Revision x2 is not a member of branch 'left'."));
    }

    @Test
    void beginningHasToBeUniqueOnlyOnItsBranch() {
        Planner planner = new Planner(graph("common1#left", "common2#right"));
        assertFailure(() -> planner.upgrade(Heads.none(), Target.parse("comm")))
                .satisfies(kind(Kind.AMBIGUOUS_REVISION));
        assertThat(ids(planner.upgrade(Heads.none(), Target.parse("left@comm"))))
                .containsExactly("common1");
    }

    @Test
    void rowThatThisBuildDoesNotKnowMeansTheDatabaseIsAhead() {
        for (ThrowingCallable call : List.<ThrowingCallable>of(
                () -> line.upgrade(Heads.of("future", "r2"), Target.heads()),
                () -> line.downgrade(Heads.of("future"), Target.base()),
                () -> line.stamp(Heads.of("future"), List.of(Target.heads())),
                () -> line.current(Heads.of("future")),
                () -> line.applied(Heads.of("future")))) {
            assertFailure(call)
                    .hasMessage("Can't locate revision identified by 'future'")
                    .satisfies(kind(Kind.UNKNOWN_ROW))
                    .satisfies(failure -> assertThat(failure.details().get(0))
                            .startsWith("The database is ahead of this build: its version table holds future"))
                    .satisfies(failure -> assertThat(failure.hint()).contains("downgrade with that build"));
        }
    }

    @Test
    void headOfSeveralNamesEachOfThem() {
        assertFailure(() -> fork.upgrade(Heads.none(), Target.head()))
                .hasMessage("Multiple head revisions are present for given argument 'head'; please specify a specific "
                        + "target revision, '<branchname>@head' to narrow to a specific head, or 'heads' for all heads")
                .satisfies(hint("Type one of left@head, right@head, or heads."))
                .satisfies(kind(Kind.MULTIPLE_HEADS));
        assertFailure(() -> shop.upgrade(Heads.none(), Target.parse("head-1")))
                .satisfies(hint("Type one of m, net@head, or heads."));
    }

    @Test
    void headOfABranchThatForksNamesTheHeads() {
        Planner planner = new Planner(graph("a#main", "b < a", "c < a", "x"));
        assertFailure(() -> planner.upgrade(Heads.none(), Target.parse("main@head")))
                .hasMessageStartingWith("Multiple head revisions are present for given argument 'main@head'; ")
                .satisfies(hint("Type one of b, c, or main@heads."));
    }

    @Test
    void minusFromSeveralHeadsIsRefused() {
        assertFailure(() -> fork.downgrade(Heads.of("a3", "x3"), Target.parse("-1")))
                .hasMessage("downgrade -1 from multiple heads is ambiguous")
                .satisfies(hint("Say which: a3@-1, x3@-1; or name the revision to go to."))
                .satisfies(kind(Kind.MULTIPLE_HEADS));
        Planner planner = new Planner(graph("a#main", "b < a", "c < a"));
        assertFailure(() -> planner.downgrade(Heads.of("b", "c"), Target.parse("main@-1")))
                .hasMessage("downgrade main@-1 from multiple heads is ambiguous");
    }

    @Test
    void plusFromSeveralHeadsIsRefused() {
        assertFailure(() -> fork.upgrade(Heads.of("a2", "x2"), Target.parse("+1")))
                .hasMessage("Ambiguous upgrade from multiple current revisions")
                .satisfies(hint("'+1' could start at any of them; say which: a2@+1, x2@+1."));
    }

    @Test
    void walkThatForksNamesTheWays() {
        assertFailure(() -> fork.upgrade(Heads.of("a1"), Target.parse("+2")))
                .hasMessage("Ambiguous walk: '+2' leads from a1 to 2 revisions")
                .satisfies(hint("Name the branch: a2@+2, x2@+2."));
        assertThat(ids(fork.upgrade(Heads.of("a1"), Target.parse("x2@+2")))).containsExactly("x2", "x3");
        assertFailure(() -> shop.downgrade(Heads.of("m"), Target.parse("-1")))
                .hasMessage("Ambiguous walk: '-1' leads down through m, which merges 2 revisions")
                .satisfies(hint("Name the revision to go to, such as b2 or c1."));
        assertFailure(() -> shop.upgrade(Heads.none(), Target.parse("+1")))
                .hasMessage("Ambiguous walk: '+1' leads from <base> to 2 revisions")
                .satisfies(hint("Name the branch: a1@+1, n1@+1."));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        upgrade   | +3    | Relative revision +3 didn't produce 3 migrations | There are 2 revisions that way; 'heads' goes to the end.
        upgrade   | r2@+9 | Relative revision +9 didn't produce 9 migrations | There are 2 revisions that way; 'heads' goes to the end.
        upgrade   | -1    | Relative revision -1 didn't produce 1 migrations | `migrate downgrade -1` goes that way.
        upgrade   | r3+4  | Walked too far: 'r3+4' leads beyond the revisions | There is 1 revision that way; 'heads' goes to the end.
        upgrade   | base-1 | Walked too far: 'base-1' leads beyond the revisions | There are 0 revisions that way; 'base' goes below the first revision.
        downgrade | +1    | Relative revision +1 didn't produce 1 migrations | `migrate upgrade +1` goes that way.
        downgrade | -3    | Relative revision -3 didn't produce 3 migrations | There are 2 revisions that way; 'base' goes below the first revision.
        downgrade | r2-3  | Walked too far: 'r2-3' leads beyond the revisions | There are 2 revisions that way; 'base' goes below the first revision.
        downgrade | r4    | Destination r4 is not a valid downgrade target from current head(s) | The database is at r2; go down to r1, or anything below.
        upgrade   | current | Can't locate revision identified by 'current' | 'current' is where the database is already; go on from there with +N, or back with -N.
        """)
    void targetThatLeadsNowhereSaysWhy(String command, String target, String message, String hint) {
        Heads from = Heads.of("r2");
        assertFailure(() -> {
                    if (command.equals("upgrade")) {
                        line.upgrade(from, Target.parse(target));
                    } else {
                        line.downgrade(from, Target.parse(target));
                    }
                })
                .hasMessage(message)
                .satisfies(hint(hint));
    }

    @Test
    void nothingAppliedIsNothingToRemove() {
        assertFailure(() -> line.downgrade(Heads.none(), Target.parse("r2")))
                .hasMessage("Destination r2 is not a valid downgrade target from current head(s)")
                .satisfies(hint("Nothing is applied, so there is nothing to remove."));
        assertFailure(() -> line.downgrade(Heads.none(), Target.parse("-1")))
                .hasMessage("Relative revision -1 didn't produce 1 migrations");
        assertFailure(() -> fork.downgrade(Heads.none(), Target.parse("left@-1")))
                .hasMessage("Relative revision -1 didn't produce 1 migrations");
    }

    @Test
    void headThatIsAppliedAsADependencyOnlyIsNoDestination() {
        Planner planner = new Planner(graph("a", "n + a"));
        assertFailure(() -> planner.downgrade(Heads.of("n"), Target.parse("a")))
                .hasMessage("Destination a is not a valid downgrade target from current head(s)")
                .satisfies(
                        hint(
                                "It is applied and nothing applied revises it, but it is needed by n; go below that to remove it."));
    }

    @Test
    void labelThatDoesNotSayWhichWayIsRefused() {
        Planner planner = new Planner(graph("a#main", "b < a", "c < b", "d < b"));
        assertFailure(() -> planner.downgrade(Heads.of("c", "d"), Target.parse("main@b")))
                .hasMessage("Not a valid downgrade target from current heads")
                .satisfies(
                        hint(
                                "'main@b' does not say which of several branches above b to remove; type c@b, d@b, or b for all."));
    }

    @Test
    void overlappingRowsAreRefusedWithTheRepair() {
        assertFailure(() -> line.upgrade(Heads.of("r1", "r3"), Target.heads()))
                .hasMessage("Requested revision r3 overlaps with other requested revisions r1")
                .satisfies(hint("`migrate stamp --purge r3` repairs the version table."))
                .satisfies(kind(Kind.OVERLAP));
    }

    @Test
    void failuresOfNewRevisionsKeepTheWordsPeopleSearchFor() {
        assertThat(RevisionException.multipleHeadsForRevision(List.of("a", "b")))
                .hasMessage("Multiple heads are present; please specify the head revision on which the new revision "
                        + "should be based, or perform a merge.");
        assertThat(RevisionException.notAHead("a", List.of("b")))
                .hasMessage(
                        "Revision a is not a head revision; please specify --splice to create a new branch from this "
                                + "revision");
        assertThat(RevisionException.duplicateHeads("a")).hasMessage("Duplicate head revisions specified");
    }

    private static List<String> ids(Plan plan) {
        return plan.steps().stream().map(step -> step.revision().id()).toList();
    }
}
