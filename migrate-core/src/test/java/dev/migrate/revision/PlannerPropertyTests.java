package dev.migrate.revision;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Random walks on random graphs, held against a model that is too simple to be wrong. */
class PlannerPropertyTests {

    private static final int GRAPHS = 1_000;

    private static final int OPERATIONS = 25;

    @Test
    void everyStepKeepsTheLawOfTheVersionTable() {
        RandomRevisions.seeds(GRAPHS).forEach(seed -> {
            RandomRevisions revisions = new RandomRevisions(seed);
            Planner planner = new Planner(RevisionGraph.of(revisions.inLoadOrder()));
            Set<String> applied = new HashSet<>();
            Heads heads = Heads.none();
            for (int i = 0; i < OPERATIONS; i++) {
                heads = follow(revisions, randomPlan(revisions, planner, heads), applied, RandomRevisions.replay(seed));
            }
            assertThat(planner.applied(heads).stream().map(Revision::id))
                    .as(RandomRevisions.replay(seed))
                    .containsExactlyInAnyOrderElementsOf(applied);
        });
    }

    @Test
    void upgradeAppliesWhatTheTargetNeedsAndNothingElse() {
        RandomRevisions.seeds(GRAPHS).forEach(seed -> {
            RandomRevisions revisions = new RandomRevisions(seed);
            Planner planner = new Planner(RevisionGraph.of(revisions.inLoadOrder()));
            Heads heads = planner.upgrade(Heads.none(), Target.parse(revisions.anyId()))
                    .to();
            Set<String> expected = ids(planner.applied(heads));
            String target = revisions.anyId();
            expected.addAll(revisions.closure(target));
            assertThat(ids(planner.applied(
                            planner.upgrade(heads, Target.parse(target)).to())))
                    .as(RandomRevisions.replay(seed))
                    .isEqualTo(expected);
        });
    }

    @Test
    void downgradeKeepsItsTargetAndRemovesEveryChild() {
        RandomRevisions.seeds(GRAPHS).forEach(seed -> {
            RandomRevisions revisions = new RandomRevisions(seed);
            Planner planner = new Planner(RevisionGraph.of(revisions.inLoadOrder()));
            Heads all = planner.upgrade(Heads.none(), Target.heads()).to();
            String target = revisions.anyId();
            Set<String> children = revisions.children(target);
            if (!children.isEmpty() || all.contains(target)) {
                Set<String> expected = revisions.inLoadOrder().stream()
                        .map(Revision::id)
                        .filter(id -> !Collections.disjoint(revisions.closure(id), children))
                        .collect(Collectors.toSet());
                Plan plan = planner.downgrade(all, Target.parse(target));
                assertThat(ids(plan.steps().stream().map(Step::revision).toList()))
                        .as(RandomRevisions.replay(seed))
                        .isEqualTo(expected);
            }
        });
    }

    @Test
    void upAndDownAgainLeavesNothing() {
        RandomRevisions.seeds(GRAPHS).forEach(seed -> {
            RandomRevisions revisions = new RandomRevisions(seed);
            RevisionGraph graph = RevisionGraph.of(revisions.inLoadOrder());
            Planner planner = new Planner(graph);
            Plan up = planner.upgrade(Heads.none(), Target.heads());
            assertThat(up.to()).as(RandomRevisions.replay(seed)).isEqualTo(Heads.of(graph.effectiveHeads()));
            Plan down = planner.downgrade(up.to(), Target.base());
            assertThat(down.to()).as(RandomRevisions.replay(seed)).isEqualTo(Heads.none());
            List<Step> reversed = new ArrayList<>(down.steps());
            Collections.reverse(reversed);
            assertThat(reversed.stream().map(Step::revision))
                    .as(RandomRevisions.replay(seed))
                    .isEqualTo(up.steps().stream().map(Step::revision).toList());
        });
    }

    @Test
    void sameRevisionsInTheSameOrderGiveTheSamePlan() {
        RandomRevisions.seeds(GRAPHS).forEach(seed -> {
            List<Revision> revisions = new RandomRevisions(seed).inLoadOrder();
            List<Revision> again = new RandomRevisions(seed).inLoadOrder();
            assertThat(plan(again)).as(RandomRevisions.replay(seed)).isEqualTo(plan(revisions));
        });
    }

    @Test
    void loadOrderChangesTheOrderOfStepsButNotTheResult() {
        RandomRevisions.seeds(GRAPHS).forEach(seed -> {
            RandomRevisions revisions = new RandomRevisions(seed);
            List<Revision> shuffled = new ArrayList<>(revisions.inLoadOrder());
            Collections.shuffle(shuffled, revisions.random());
            assertThat(plan(shuffled).to())
                    .as(RandomRevisions.replay(seed))
                    .isEqualTo(plan(revisions.inLoadOrder()).to());
        });
    }

    @Test
    void stampLeavesHeadsOfWhichNoneNeedsAnother() {
        RandomRevisions.seeds(GRAPHS).forEach(seed -> {
            RandomRevisions revisions = new RandomRevisions(seed);
            RevisionGraph graph = RevisionGraph.of(revisions.inLoadOrder());
            Planner planner = new Planner(graph);
            Heads heads = planner.upgrade(Heads.none(), Target.parse(revisions.anyId()))
                    .to();
            String target = revisions.anyId();
            Heads stamped = planner.stamp(heads, List.of(Target.parse(target)));
            assertThat(graph.maximal(stamped.ids()))
                    .as(RandomRevisions.replay(seed))
                    .isEqualTo(stamped.ids());
            assertThat(stamped.contains(target))
                    .as(RandomRevisions.replay(seed))
                    .isTrue();
        });
    }

    private static Plan plan(List<Revision> revisions) {
        return new Planner(RevisionGraph.of(revisions)).upgrade(Heads.none(), Target.heads());
    }

    /** Carries a plan out in the model and checks every step. */
    private static Heads follow(RandomRevisions revisions, Plan plan, Set<String> applied, String replay) {
        Heads heads = plan.from();
        for (Step step : plan.steps()) {
            String id = step.revision().id();
            assertThat(step.before()).as(replay).isEqualTo(heads);
            if (step.direction() == Direction.UPGRADE) {
                assertThat(applied).as(replay).containsAll(revisions.needs(id)).doesNotContain(id);
                applied.add(id);
            } else {
                assertThat(applied).as(replay).contains(id).noneMatch(other -> revisions
                        .needs(other)
                        .contains(id));
                applied.remove(id);
            }
            assertThat(step.after()).as(replay).isEqualTo(revisions.maximal(applied));
            heads = step.after();
        }
        assertThat(plan.to()).as(replay).isEqualTo(heads);
        return heads;
    }

    /** Returns the plan for something that somebody might type; an empty one where that is refused. */
    private static Plan randomPlan(RandomRevisions revisions, Planner planner, Heads heads) {
        Random random = revisions.random();
        Target target = randomTarget(revisions);
        try {
            return random.nextInt(3) > 0 ? planner.upgrade(heads, target) : planner.downgrade(heads, target);
        } catch (RevisionException failure) {
            assertThat(failure.hint()).as(failure.getMessage()).isNotBlank();
            return new Plan(heads, List.of());
        }
    }

    private static Target randomTarget(RandomRevisions revisions) {
        Random random = revisions.random();
        List<String> branches = new ArrayList<>(new HashSet<>(revisions.labels()));
        Collections.sort(branches);
        branches.add(revisions.anyId());
        String branch = branches.get(random.nextInt(branches.size()));
        int count = 1 + random.nextInt(3);
        List<String> forms = List.of(
                "heads",
                "head",
                "base",
                "+" + count,
                "-" + count,
                branch,
                branch + "@head",
                branch + "@heads",
                branch + "@base",
                branch + "@+" + count,
                branch + "@-" + count,
                branch + "+" + count,
                branch + "-" + count,
                branch + "@" + revisions.anyId(),
                revisions.anyId(),
                revisions.anyId(),
                revisions.anyId());
        return Target.parse(forms.get(random.nextInt(forms.size())));
    }

    private static Set<String> ids(List<Revision> revisions) {
        return revisions.stream().map(Revision::id).collect(Collectors.toCollection(HashSet::new));
    }
}
