package dev.migrate.revision;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import static dev.migrate.revision.Revisions.graph;
import static dev.migrate.revision.Revisions.revisions;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class RevisionGraphTests {

    /*
     *            ┌── b1 ── b2 ──┐
     * a1 ── a2 ──┤   ╎          ├── m
     *            └───╎── c1 ────┘
     *                ╎
     *  n1#net ────── n2   (depends on b1)
     */
    private static final String[] SHOP = {
        "a1", "a2 < a1", "b1 < a2", "b2 < b1", "c1 < a2", "m < b2 c1", "n1#net", "n2 < n1 + b1"
    };

    @Nested
    class Facts {

        private final RevisionGraph shop = graph(SHOP);

        @Test
        void headsHaveNoChildren() {
            assertThat(shop.heads()).containsExactly("m", "n2");
            assertThat(shop.effectiveHeads()).containsExactly("m", "n2");
            assertThat(shop.isHead("m")).isTrue();
            assertThat(shop.isHead("b1")).isFalse();
        }

        @Test
        void headThatAnotherDependsOnIsNotEffective() {
            RevisionGraph graph = graph("a1", "a2 < a1", "n1", "n2 < n1 + a2");
            assertThat(graph.heads()).containsExactly("a2", "n2");
            assertThat(graph.effectiveHeads()).containsExactly("n2");
            assertThat(graph.isHead("a2")).isTrue();
        }

        @Test
        void basesHaveNoParents() {
            assertThat(shop.bases()).containsExactly("a1", "n1");
            assertThat(graph("a", "b + a").bases()).containsExactly("a", "b");
        }

        @Test
        void branchPointsHaveSeveralChildrenAndMergesSeveralParents() {
            assertThat(shop.branchPoints()).containsExactly("a2");
            assertThat(shop.isBranchPoint("a2")).isTrue();
            assertThat(shop.isBranchPoint("b1")).isFalse();
            assertThat(shop.isMergePoint("m")).isTrue();
            assertThat(shop.isMergePoint("n2")).isFalse();
        }

        @Test
        void neighboursAreToldApart() {
            assertThat(shop.children("a2")).containsExactly("b1", "c1");
            assertThat(shop.children("b1")).containsExactly("b2");
            assertThat(shop.dependencies("n2")).containsExactly("b1");
            assertThat(shop.allParents("n2")).containsExactly("n1", "b1");
            assertThat(shop.allParents("m")).containsExactly("b2", "c1");
        }

        @Test
        void dependencyOnALabelIsResolved() {
            RevisionGraph graph = graph("a", "b#meetings < a", "n + meetings");
            assertThat(graph.dependencies("n")).containsExactly("b");
        }

        @Test
        void dependencyOnAParentIsNoSecondEdge() {
            RevisionGraph graph = graph("a", "b < a + a");
            assertThat(graph.dependencies("b")).isEmpty();
            assertThat(graph.allParents("b")).containsExactly("a");
        }

        @Test
        void closuresFollowParentsAndDependencies() {
            assertThat(shop.ancestors(List.of("n2"))).containsExactly("a1", "a2", "b1", "n1", "n2");
            assertThat(shop.descendants(List.of("b1"))).containsExactly("b1", "b2", "m", "n2");
            assertThat(shop.ancestors(List.of())).isEmpty();
        }

        @Test
        void maximalRevisionsHaveNothingAppliedAboveThem() {
            assertThat(shop.maximal(Set.of("a1", "a2", "b1", "c1", "n1"))).containsExactlyInAnyOrder("b1", "c1", "n1");
            assertThat(shop.maximal(Set.of("a1", "a2", "b1", "n1", "n2"))).containsExactly("n2");
            assertThat(shop.maximal(Set.of())).isEmpty();
        }

        @Test
        void revisionsAreFoundByTheirId() {
            assertThat(shop.size()).isEqualTo(8);
            assertThat(shop.contains("b1")).isTrue();
            assertThat(shop.contains("nosuch")).isFalse();
            assertThat(shop.get("b1").revises()).containsExactly("a2");
            assertThat(shop.find("nosuch")).isNull();
            assertThatExceptionOfType(RevisionException.class)
                    .isThrownBy(() -> shop.get("nosuch"))
                    .withMessage("Can't locate revision identified by 'nosuch'");
        }

        @Test
        void graphWithoutRevisionsIsAGraph() {
            RevisionGraph graph = graph();
            assertThat(graph.revisions()).isEmpty();
            assertThat(graph.heads()).isEmpty();
            assertThat(graph.bases()).isEmpty();
        }
    }

    @Nested
    class Order {

        @Test
        void branchIsFinishedBeforeTheNextBegins() {
            assertThat(order(SHOP)).containsExactly("a1", "a2", "b1", "b2", "c1", "m", "n1", "n2");
        }

        @Test
        void loadOrderDecidesBetweenBranches() {
            assertThat(order("m < b2 c1", "c1 < a2", "b2 < b1", "b1 < a2", "a2 < a1", "a1"))
                    .containsExactly("a1", "a2", "c1", "b1", "b2", "m");
        }

        @Test
        void dependencyComesFirstWhereverItWasLoaded() {
            assertThat(order("n1 + b1", "a1", "b1 < a1", "b2 < b1")).containsExactly("a1", "b1", "b2", "n1");
        }

        private List<String> order(String... lines) {
            return graph(lines).revisions().stream().map(Revision::id).toList();
        }
    }

    /*
     *                   ┌── b1 ── b2#fast ──┐
     * a1 ── a2#main ────┤                   ├── m
     *                   └── c1 ── c2 ───────┘
     */
    @Nested
    class Labels {

        private final RevisionGraph graph =
                graph("a1", "a2#main < a1", "b1 < a2", "b2#fast < b1", "c1 < a2", "c2 < c1", "m < b2 c2");

        @Test
        void labelCoversEveryDescendant() {
            assertThat(graph.labels("c2")).containsExactly("main");
            assertThat(graph.labels("m")).containsExactly("fast", "main");
        }

        @Test
        void labelCoversTheLineBelowItUpToTheBranchPoint() {
            assertThat(graph.labels("b1")).containsExactly("fast", "main");
            assertThat(graph.labels("a2")).containsExactly("main");
            assertThat(graph.labels("c1")).containsExactly("main");
        }

        @Test
        void lineThatBranchesAboveTheLabelIsCoveredBelowItAllTheSame() {
            assertThat(graph.labels("a1")).containsExactly("main");
        }

        @Test
        void labelAboveAMergeDoesNotCoverWhatWasMerged() {
            RevisionGraph merged = graph("a", "b", "m#both < a b", "n#late < m");
            assertThat(merged.labels("a")).isEmpty();
            assertThat(merged.labels("m")).containsExactly("both");
            assertThat(merged.labels("n")).containsExactly("both", "late");
        }

        @Test
        void dependentsAreNotOnTheBranch() {
            RevisionGraph graph = graph("a#main", "b < a", "n + a");
            assertThat(graph.labels("n")).isEmpty();
            assertThat(graph.labels("b")).containsExactly("main");
        }
    }

    @Nested
    class Resolution {

        private final RevisionGraph graph =
                graph("7fa95b5a0eb7", "7fa9ffff0000 < 7fa95b5a0eb7", "ce9ec48516b9#meetings < 7fa9ffff0000", "x1");

        @Test
        void fullIdLabelAndUniquePrefixNameARevision() {
            assertThat(graph.resolve("7fa95b5a0eb7").id()).isEqualTo("7fa95b5a0eb7");
            assertThat(graph.resolve("meetings").id()).isEqualTo("ce9ec48516b9");
            assertThat(graph.resolve("ce9e").id()).isEqualTo("ce9ec48516b9");
            assertThat(graph.resolve("7fa95").id()).isEqualTo("7fa95b5a0eb7");
            assertThat(graph.resolve("meet").id()).isEqualTo("ce9ec48516b9");
            assertThat(graph.resolve("x1").id()).isEqualTo("x1");
        }

        @Test
        void beginningOfSeveralIsAmbiguousAndListsThem() {
            assertThatExceptionOfType(RevisionException.class)
                    .isThrownBy(() -> graph.resolve("7fa9"))
                    .withMessage("Multiple revisions start with '7fa9': 7fa95b5a0eb7, 7fa9ffff0000")
                    .satisfies(
                            failure -> assertThat(failure.kind()).isEqualTo(RevisionException.Kind.AMBIGUOUS_REVISION));
        }

        @Test
        void fullIdWinsOverTheBeginningOfAnother() {
            assertThat(graph("abcd", "abcdef < abcd").resolve("abcd").id()).isEqualTo("abcd");
        }

        @Test
        void threeCharactersAreTooFewAndTheHintSaysSo() {
            assertThatExceptionOfType(RevisionException.class)
                    .isThrownBy(() -> graph.resolve("ce9"))
                    .withMessage("Can't locate revision identified by 'ce9'")
                    .satisfies(failure -> assertThat(failure.hint())
                            .contains("at least four characters")
                            .contains("ce9ec48516b9"));
        }

        @Test
        void nearMissSuggestsWhatWasMeant() {
            assertThatExceptionOfType(RevisionException.class)
                    .isThrownBy(() -> graph.resolve("7fa95b5a0ebb"))
                    .withMessage("Can't locate revision identified by '7fa95b5a0ebb'")
                    .satisfies(failure -> assertThat(failure.hint()).isEqualTo("Did you mean '7fa95b5a0eb7'?"));
            assertThatExceptionOfType(RevisionException.class)
                    .isThrownBy(() -> graph.resolve("Meeting"))
                    .satisfies(failure -> assertThat(failure.hint()).isEqualTo("Did you mean 'meetings'?"))
                    .satisfies(
                            failure -> assertThat(failure.kind()).isEqualTo(RevisionException.Kind.UNKNOWN_REVISION));
        }
    }

    @Nested
    class Problems {

        @Test
        void everyProblemIsReportedAtOnce() {
            assertThat(messages("a", "a", "b < nosuch", "c + gone", "d < d", "e#x < a", "f#x < a"))
                    .containsExactly(
                            "Revision a is present more than once: \"Message of a\" and \"Message of a\"",
                            "Branch name 'x' in revision f already used by revision e",
                            "Revision nosuch referenced from b is not present",
                            "Revision gone referenced from c is not present",
                            "Self-loop is detected in revisions (d)");
        }

        @Test
        void soundRevisionsHaveNone() {
            assertThat(messages(SHOP)).isEmpty();
        }

        @Test
        void cycleNamesExactlyItsMembers() {
            // a ── b ⇄ c ── d ── e ⇄ f: d lies between two cycles and is in neither
            assertThat(messages("a", "b < a c", "c < b", "d < c", "e < d f", "f < e"))
                    .containsExactlyInAnyOrder(
                            "Cycle is detected in revisions (b, c)", "Cycle is detected in revisions (e, f)");
        }

        @Test
        void cycleThroughADependencyIsNamedAsSuch() {
            assertThat(messages("a + c", "b < a", "c < b"))
                    .containsExactly("Dependency cycle is detected in revisions (a, b, c)");
            assertThat(messages("a + a")).containsExactly("Dependency self-loop is detected in revisions (a)");
            assertThat(messages("a#own + own")).containsExactly("Dependency self-loop is detected in revisions (a)");
        }

        @Test
        void parentThatIsAnAncestorOfAnotherParentIsRedundant() {
            assertThat(messages("a", "b < a", "c < b", "x", "m < a c x"))
                    .containsExactly("Revision m revises a, which is already an ancestor of another of its parents");
            assertThat(messages("a", "b < a", "m < b b")).containsExactly("Revision m names its parent b twice");
        }

        @Test
        void mergeOfTwoHeadsOfWhichOneDependsOnTheOtherIsSound() {
            assertThat(messages("a", "b + a", "m < a b")).isEmpty();
        }

        @Test
        void labelMustNotBeAnIdOrAWordOfTheCommandLine() {
            assertThat(messages("a", "b#a", "c#head", "base"))
                    .containsExactly(
                            "'base' cannot be the id of a revision",
                            "Branch name 'a' in revision b is also the id of a revision",
                            "'head' cannot be a branch name, as it is in revision c");
        }

        @Test
        void missingParentSuggestsWhatWasMeant() {
            assertThat(RevisionGraph.check(revisions("7fa95b5a0eb7", "b < 7fa95b5a0eb8", "c < 7fa9")))
                    .extracting(GraphProblem::hint)
                    .containsExactly(
                            "Add the missing script, or correct 'revises' of b; did you mean 7fa95b5a0eb7?",
                            "Add the missing script, or correct 'revises' of c; did you mean 7fa95b5a0eb7?");
            assertThat(RevisionGraph.check(revisions("a#main", "b < main")))
                    .extracting(GraphProblem::hint)
                    .containsExactly("Add the missing script, or correct 'revises' of b; did you mean a?");
        }

        @Test
        void wordForNoParentIsBetterLeftOut() {
            assertThat(RevisionGraph.check(revisions("a < base", "b < None")))
                    .extracting(GraphProblem::hint)
                    .containsExactly(
                            "Leave 'revises' of a out: a revision without it comes first.",
                            "Leave 'revises' of b out: a revision without it comes first.");
        }

        @Test
        void graphWithOneProblemFailsWithIt() {
            assertThatExceptionOfType(RevisionException.class)
                    .isThrownBy(() -> graph("a", "b < c"))
                    .withMessage("Revision c referenced from b is not present")
                    .satisfies(failure -> assertThat(failure.kind()).isEqualTo(RevisionException.Kind.INVALID_GRAPH));
        }

        @Test
        void graphWithSeveralProblemsFailsWithAllOfThem() {
            assertThatExceptionOfType(RevisionException.class)
                    .isThrownBy(() -> graph("a", "b < c", "d < d"))
                    .withMessage("2 problems in the revisions, the first: Revision c referenced from b is not present")
                    .satisfies(failure -> assertThat(failure.details()).hasSize(2));
        }

        private List<String> messages(String... lines) {
            return RevisionGraph.check(revisions(lines)).stream()
                    .map(GraphProblem::message)
                    .toList();
        }
    }

    @Nested
    class Size {

        @Test
        void chainOfTenThousandNeedsNoStack() {
            List<Revision> chain = new ArrayList<>();
            for (int i = 0; i < 10_000; i++) {
                chain.add(revisions(i == 0 ? "r0" : "r%d < r%d".formatted(i, i - 1))
                        .get(0));
            }
            RevisionGraph graph = RevisionGraph.of(chain);
            assertThat(graph.revisions()).isEqualTo(chain);
            assertThat(graph.ancestors(List.of("r9999"))).hasSize(10_000);
        }

        @Test
        void cycleOfTenThousandNeedsNoStack() {
            List<Revision> cycle = new ArrayList<>();
            for (int i = 0; i < 10_000; i++) {
                cycle.addAll(revisions("r%d < r%d".formatted(i, (i + 9_999) % 10_000)));
            }
            assertThat(RevisionGraph.check(cycle)).hasSize(1);
        }
    }
}
