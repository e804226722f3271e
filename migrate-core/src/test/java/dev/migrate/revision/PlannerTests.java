package dev.migrate.revision;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.migrate.revision.RevisionException.Kind;

import static dev.migrate.revision.Failures.assertFailure;
import static dev.migrate.revision.Failures.hint;
import static dev.migrate.revision.Failures.kind;
import static dev.migrate.revision.Revisions.graph;
import static org.assertj.core.api.Assertions.assertThat;

class PlannerTests {

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

    @Nested
    class Upgrades {

        @Test
        void everyStepLeavesTheMaximalRevisions() {
            assertThat(steps(shop.upgrade(Heads.none(), Target.heads())))
                    .containsExactly(
                            "a1 -> a1",
                            "a2 -> a2",
                            "b1 -> b1",
                            "b2 -> b2",
                            "c1 -> b2, c1",
                            "m -> m",
                            "n1 -> m, n1",
                            "n2 -> m, n2");
        }

        @Test
        void dependencyThatIsAppliedLosesItsRow() {
            Plan plan = shop.upgrade(Heads.of("b1", "n1"), Target.parse("n2"));
            assertThat(steps(plan)).containsExactly("n2 -> n2");
            assertThat(plan.steps().get(0).before()).isEqualTo(Heads.of("b1", "n1"));
        }

        @Test
        void targetBringsWhatItNeedsFromOtherBranches() {
            assertThat(ids(shop.upgrade(Heads.none(), Target.parse("net@head"))))
                    .containsExactly("a1", "a2", "b1", "n1", "n2");
        }

        @ParameterizedTest
        @ValueSource(strings = {"r1", "r2", "base", "r3-1", "base+1"})
        void whatIsAppliedIsNothingToDo(String target) {
            Plan plan = line.upgrade(Heads.of("r2"), Target.parse(target));
            assertThat(plan.isEmpty()).isTrue();
            assertThat(plan.to()).isEqualTo(Heads.of("r2"));
        }

        @ParameterizedTest
        @CsvSource({
            "+1, r2",
            "+3, r2 r3 r4",
            "r3, r2 r3",
            "r1+2, r2 r3",
            "head-1, r2 r3",
            "base+2, r2",
            "current+2, r2 r3",
            "r2@r4, r2 r3 r4",
            "r4@r2, r2",
            "r4@+1, r2"
        })
        void formsOfATarget(String target, String expected) {
            assertThat(ids(line.upgrade(Heads.of("r1"), Target.parse(target)))).containsExactly(expected.split(" "));
        }

        @ParameterizedTest
        @CsvSource({
            "left@head, a1, a2 a3", "left@heads, a1, a2 a3", "left, a1, a2", "right@+1, a1, x2", "right@+2, a3, x2 x3",
            "right@+1, x2, x3", "left@base+2, a1, a2", "left@+1, a2 x3, a3", "left@head-1, a1, a2", "left@a1+1, a1, a2"
        })
        void labelNarrowsToItsBranch(String target, String from, String expected) {
            assertThat(ids(fork.upgrade(heads(from), Target.parse(target)))).containsExactly(expected.split(" "));
        }

        @Test
        void relativeStepBringsWhatItNeeds() {
            assertThat(ids(shop.upgrade(Heads.of("n1"), Target.parse("net@+1"))))
                    .containsExactly("a1", "a2", "b1", "n2");
        }

        @Test
        void labelledHeadsOfWhichOneNeedsTheOtherAreSimplyBoth() {
            Planner planner = new Planner(graph("a#main", "b < a", "c < a + b"));
            assertThat(ids(planner.upgrade(Heads.none(), Target.parse("main@heads"))))
                    .containsExactly("a", "b", "c");
        }

        @Test
        void headOfAnEmptyGraphIsNothingToDo() {
            Planner empty = new Planner(graph());
            assertThat(empty.upgrade(Heads.none(), Target.head()).isEmpty()).isTrue();
            assertThat(empty.upgrade(Heads.none(), Target.heads()).isEmpty()).isTrue();
        }
    }

    @Nested
    class Downgrades {

        private final Heads all = Heads.of("m", "n2");

        @Test
        void labelledBaseRemovesOnlyItsBranch() {
            assertThat(steps(shop.downgrade(all, Target.parse("net@base")))).containsExactly("n2 -> m, n1", "n1 -> m");
        }

        @Test
        void whatDependsOnARemovedRevisionIsRemovedToo() {
            Plan plan = shop.downgrade(all, Target.parse("a2"));
            assertThat(ids(plan)).containsExactlyInAnyOrder("m", "b2", "n2", "b1", "c1");
            assertThat(plan.to()).isEqualTo(Heads.of("a2", "n1"));
        }

        @Test
        void mergeIsUnwoundOnOneSideOnly() {
            assertThat(steps(shop.downgrade(Heads.of("m"), Target.parse("b1"))))
                    .containsExactly("m -> b2, c1", "b2 -> b1, c1");
            assertThat(steps(shop.downgrade(Heads.of("m"), Target.parse("b2")))).containsExactly("m -> b2, c1");
        }

        @Test
        void revisionAsABranchSelectsOneSideOfABranchPoint() {
            assertThat(ids(shop.downgrade(Heads.of("b2", "c1"), Target.parse("b2@a2"))))
                    .containsExactly("b2", "b1");
            assertThat(ids(fork.downgrade(Heads.of("a3", "x3"), Target.parse("right@a1"))))
                    .containsExactly("x3", "x2");
        }

        @Test
        void baseRemovesEverything() {
            Plan plan = shop.downgrade(all, Target.base());
            assertThat(plan.steps()).hasSize(8).allMatch(step -> step.direction() == Direction.DOWNGRADE);
            assertThat(plan.to()).isEqualTo(Heads.none());
            assertThat(shop.downgrade(Heads.none(), Target.base()).isEmpty()).isTrue();
        }

        @ParameterizedTest
        @CsvSource({
            "-1, r4",
            "-2, r4 r3",
            "-4, r4 r3 r2 r1",
            "r2, r4 r3",
            "head-2, r4 r3",
            "r1+1, r4 r3",
            "base+3, r4",
            "current-1, r4",
            "r4@-1, r4",
            "r4@r3, r4",
            "r1-1, r4 r3 r2 r1"
        })
        void formsOfATarget(String target, String expected) {
            assertThat(ids(line.downgrade(Heads.of("r4"), Target.parse(target))))
                    .containsExactly(expected.split(" "));
        }

        @Test
        void revisionThatIsARowIsNothingToDo() {
            assertThat(line.downgrade(Heads.of("r2"), Target.parse("r2")).isEmpty())
                    .isTrue();
        }

        @Test
        void labelCountsFromItsOwnRow() {
            assertThat(ids(fork.downgrade(Heads.of("a3", "x3"), Target.parse("right@-1"))))
                    .containsExactly("x3");
            assertThat(ids(fork.downgrade(Heads.of("a3", "x3"), Target.parse("x3@-2"))))
                    .containsExactly("x3", "x2");
        }

        @Test
        void labelCountsFromARevisionThatIsAppliedAsADependencyOnly() {
            Planner planner = new Planner(graph("a1#main", "a2 < a1", "n1#net + a2"));
            assertThat(ids(planner.downgrade(Heads.of("n1"), Target.parse("main@-1"))))
                    .containsExactly("n1", "a2");
        }

        @Test
        void rowThatIsAnAncestorOfAnotherDoesNoHarm() {
            Plan plan = line.downgrade(Heads.of("r2", "r4"), Target.base());
            assertThat(steps(plan)).containsExactly("r4 -> r3", "r3 -> r2", "r2 -> r1", "r1 -> <base>");
        }
    }

    @Nested
    class Stamps {

        @ParameterizedTest
        @CsvSource(nullValues = "-", textBlock = """
            -,     heads,  m n2
            m n2,  base,   -
            m n2,  a2,     a2
            b1,    c1,     b1 c1
            b2 c1, m,      m
            m,     b1,     b1
            m,     m,      m
            m,     n1,     m n1
            m,     n2,     m n2
            m n1,  net@base, m
            b2,    c1 n1,  b2 c1 n1
            b2 n2, base c1, c1
            """)
        void relatedHeadsGiveWayToTheDestination(String from, String targets, String expected) {
            List<Target> to = Stream.of(targets.split(" ")).map(Target::parse).toList();
            assertThat(shop.stamp(heads(from), to)).isEqualTo(heads(expected));
        }

        @Test
        void headsThatStandAlreadyStay() {
            Planner planner = new Planner(graph("a", "b", "c1", "c2 < c1"));
            assertThat(planner.stamp(Heads.of("a", "b", "c1"), List.of(Target.heads())))
                    .isEqualTo(Heads.of("a", "b", "c2"));
        }

        @Test
        void ancestorAndDescendantTogetherAreRefused() {
            assertFailure(() -> shop.stamp(Heads.none(), List.of(Target.parse("m"), Target.parse("a1"))))
                    .hasMessage("Requested revision m overlaps with other requested revisions a1")
                    .satisfies(hint("m needs a1, so name m alone."));
        }

        @Test
        void headOfSeveralIsRefused() {
            assertFailure(() -> fork.stamp(Heads.none(), List.of(Target.head())))
                    .hasMessage("Multiple heads are present; please specify a single target revision")
                    .satisfies(hint("Type one of left@head, right@head, or heads."));
        }

        @Test
        void overlappingRowsCanBeStampedOver() {
            assertThat(line.stamp(Heads.of("r1", "r3"), List.of(Target.head()))).isEqualTo(Heads.of("r4"));
        }
    }

    @Nested
    class Selections {

        @ParameterizedTest
        @CsvSource(nullValues = "-", textBlock = """
            heads,    m n2
            base,     -
            current,  b1 n1
            b2,       b2
            net,      n1
            net@head, n2
            m@b1,     b1
            net@+1,   n2
            net@heads, n2
            n2-1,     n1
            """)
        void targetsNameRevisions(String target, String expected) {
            List<Revision> found = shop.resolve(Target.parse(target), Heads.of("b1", "n1"));
            assertThat(found).extracting(Revision::id).containsExactlyElementsOf(words(expected));
        }

        @Test
        void rowsMatterOnlyToTargetsThatNameThem() {
            Heads ahead = Heads.of("future");
            assertThat(line.resolve(Target.head(), ahead)).hasSize(1);
            assertThat(line.history(RevisionRange.parse("r2:"), ahead)).hasSize(3);
            assertFailure(() -> line.resolve(Target.current(), ahead)).satisfies(kind(Kind.UNKNOWN_ROW));
            assertFailure(() -> line.resolve(Target.parse("-1"), ahead)).satisfies(kind(Kind.UNKNOWN_ROW));
        }

        @Test
        void currentShowsWhatIsAppliedAsADependencyOnly() {
            Planner planner = new Planner(graph("a1", "a2 < a1", "n1", "n2 < n1 + a2"));
            assertThat(planner.current(Heads.of("n2"))).containsExactly("a2", "n2");
            assertThat(planner.current(Heads.none())).isEmpty();
            assertThat(shop.current(Heads.of("m", "n1"))).containsExactly("m", "n1");
        }

        @Test
        void appliedIsEverythingBelowTheRows() {
            assertThat(shop.applied(Heads.of("n2")))
                    .extracting(Revision::id)
                    .containsExactly("a1", "a2", "b1", "n1", "n2");
        }
    }

    @Nested
    class Histories {

        @ParameterizedTest
        @CsvSource({
            ":, r4 r3 r2 r1", "r2:, r4 r3 r2", ":r2, r2 r1", "r2:r3, r3 r2", "base:heads, r4 r3 r2 r1",
                    "current:, r4 r3",
            ":current, r3 r2 r1", "-1:current, r3 r2", "-1:, r4 r3", "-9:, r4 r3 r2 r1", "r1:+1, r2 r1",
                    "r1:+9, r4 r3 r2 r1",
            "r4-2:, r4 r3 r2", "current:+1, r4 r3", ":+2, r2 r1", "current-1:current, r3 r2", "-1:+1, r4 r3 r2",
                    "r4:r4, r4"
        })
        void rangesAreNewestFirstAndIncludeBothEnds(String range, String expected) {
            assertThat(line.history(RevisionRange.parse(range), Heads.of("r3")))
                    .extracting(Revision::id)
                    .containsExactly(expected.split(" "));
        }

        @Test
        void rangeFromARevisionLeavesOutItsSiblings() {
            assertThat(shop.history(RevisionRange.parse("b1:m"), Heads.none()))
                    .extracting(Revision::id)
                    .containsExactly("m", "b2", "b1");
        }

        @Test
        void labelledBaseListsItsHeadsAndWhatTheyNeed() {
            assertThat(shop.history(RevisionRange.parse("net@base:"), Heads.none()))
                    .extracting(Revision::id)
                    .containsExactly("n2", "n1", "b1", "a2", "a1");
        }

        @Test
        void rangeOfUnrelatedEndsIsRefused() {
            assertFailure(() -> shop.history(RevisionRange.parse("b1:c1"), Heads.none()))
                    .hasMessage(
                            "Requested range b1:c1 does not refer to ancestor/descendant revisions along the same branch")
                    .satisfies(kind(Kind.RANGE));
        }

        @Test
        void historyOfNothingIsEmpty() {
            assertThat(new Planner(graph()).history(RevisionRange.all(), Heads.none()))
                    .isEmpty();
        }
    }

    private static List<String> steps(Plan plan) {
        return plan.steps().stream()
                .map(step -> step.revision().id() + " -> " + step.after())
                .toList();
    }

    private static List<String> ids(Plan plan) {
        return plan.steps().stream().map(step -> step.revision().id()).toList();
    }

    private static Heads heads(String text) {
        return Heads.of(words(text));
    }

    private static List<String> words(String text) {
        return Objects.isNull(text) ? List.of() : List.of(text.split(" "));
    }
}
