package dev.migrate.revision;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Replays what Alembic 1.19 did on 450 random graphs: the same facts of the graph, the same set of steps, the same rows, and the
 * same words of an error. We differ on purpose in 78 of the 1,800 operations, counted below so that a drift shows:
 *
 * <ul>
 *   <li>{@code downgrade -N} with several heads is refused, whatever Alembic made of it; it takes the first row that it is given.
 *   <li>Where Alembic fails on an assertion without a word ({@code label@-N} with no row, or several, on the branch), we say what is
 *       wrong.
 *   <li>{@code stamp heads} always gives the heads. In line 187, with four heads of which three are rows already, Alembic treats
 *       every row as replaced by the fourth and forgets the three.
 * </ul>
 */
class AlembicOracleTests {

    record Case(List<Node> revisions, List<Operation> operations, Facts graph) {

        RevisionGraph revisionGraph() {
            return RevisionGraph.of(revisions.stream()
                    .map(node -> new Revision(
                            node.id, node.down, node.deps, node.labels == null ? List.of() : node.labels, node.id))
                    .toList());
        }
    }

    record Node(
            String id,
            List<String> down,
            List<String> deps,
            @Nullable List<String> labels) {}

    record Facts(List<String> heads, List<String> effective_heads, List<String> bases, List<String> branch_points) {}

    record Operation(
            String cmd,
            Object target,
            List<String> from,
            @Nullable List<Change> steps,
            @Nullable List<String> rows,
            @Nullable String error) {

        List<Target> targets() {
            return target instanceof List<?> several
                    ? several.stream().map(one -> Target.parse((String) one)).toList()
                    : List.of(Target.parse((String) target));
        }
    }

    record Change(String direction, String revision, List<String> heads) {}

    /** What we make of an operation: the steps and rows, or the error. */
    private record Answer(
            Set<String> steps, Heads rows, @Nullable RevisionException error) {}

    @Test
    void factsOfEveryGraphAreTheSame() {
        for (Case each : cases()) {
            RevisionGraph graph = each.revisionGraph();
            assertThat(graph.heads()).as("%s", each).containsExactlyInAnyOrderElementsOf(each.graph.heads);
            assertThat(graph.effectiveHeads())
                    .as("%s", each)
                    .containsExactlyInAnyOrderElementsOf(each.graph.effective_heads);
            assertThat(graph.bases()).as("%s", each).containsExactlyInAnyOrderElementsOf(each.graph.bases);
            assertThat(graph.branchPoints())
                    .as("%s", each)
                    .containsExactlyInAnyOrderElementsOf(each.graph.branch_points);
        }
    }

    @Test
    void everyOperationHasTheSameOutcomeButForTheOnesCountedHere() {
        Map<String, Integer> outcomes = new TreeMap<>();
        List<String> drift = new ArrayList<>();
        for (Case each : cases()) {
            Planner planner = new Planner(each.revisionGraph());
            for (Operation operation : each.operations) {
                String outcome = compare(each, operation, answer(planner, operation));
                outcomes.merge(outcome, 1, Integer::sum);
                if (outcome.startsWith("drift")) {
                    drift.add("%s: %s".formatted(outcome, operation));
                }
            }
        }
        assertThat(drift).isEmpty();
        assertThat(outcomes)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "same result", 1162,
                        "same error", 560,
                        "-N with several heads is refused", 20,
                        "raw exception is a message with a hint", 57,
                        "stamp heads gives the heads", 1));
    }

    private static Answer answer(Planner planner, Operation operation) {
        Heads from = Heads.of(operation.from);
        try {
            if (operation.cmd.equals("stamp")) {
                return new Answer(Set.of(), planner.stamp(from, operation.targets()), null);
            }
            Target target = operation.targets().get(0);
            Plan plan =
                    operation.cmd.equals("upgrade") ? planner.upgrade(from, target) : planner.downgrade(from, target);
            Set<String> steps = plan.steps().stream()
                    .map(step -> (step.direction() == Direction.UPGRADE ? "up " : "down ")
                            + step.revision().id())
                    .collect(Collectors.toSet());
            return new Answer(steps, plan.to(), null);
        } catch (RevisionException failure) {
            return new Answer(Set.of(), from, failure);
        }
    }

    private static String compare(Case each, Operation operation, Answer answer) {
        if (answer.error == null) {
            return operation.error == null ? compareResult(each, operation, answer) : "drift: Alembic fails";
        }
        if (isBareMinus(operation) && operation.from.size() > 1) {
            return answer.error.kind() == RevisionException.Kind.MULTIPLE_HEADS
                    ? "-N with several heads is refused"
                    : "drift: refused otherwise";
        }
        if (operation.error == null) {
            return "drift: we fail with " + answer.error.getMessage();
        }
        if (operation.error.isEmpty()) {
            return answer.error.hint() == null ? "drift: no hint" : "raw exception is a message with a hint";
        }
        // Ours says more after the words that people search for.
        String words = operation.error.split(";", 2)[0];
        String message = Objects.requireNonNull(answer.error.getMessage());
        return message.startsWith(words) ? "same error" : "drift: we fail with " + message;
    }

    private static String compareResult(Case each, Operation operation, Answer answer) {
        List<Change> changes = operation.steps == null ? List.of() : operation.steps;
        Set<String> steps = changes.stream()
                .map(step -> step.direction + " " + step.revision)
                .collect(Collectors.toSet());
        Heads rows = Heads.of(Objects.requireNonNull(operation.rows));
        if (!changes.isEmpty()) {
            assertThat(Heads.of(changes.get(changes.size() - 1).heads)).isEqualTo(rows);
        }
        if (steps.equals(answer.steps) && rows.equals(answer.rows)) {
            return "same result";
        }
        boolean stampedHeads = operation.targets().equals(List.of(Target.heads()))
                && operation.cmd.equals("stamp")
                && Heads.of(each.graph.effective_heads).equals(answer.rows);
        return stampedHeads
                ? "stamp heads gives the heads"
                : "drift: we get %s %s".formatted(answer.steps, answer.rows);
    }

    private static boolean isBareMinus(Operation operation) {
        return operation.target instanceof String text && text.startsWith("-");
    }

    private static List<Case> cases() {
        JsonMapper json = JsonMapper.builder().build();
        try (InputStream resource = AlembicOracleTests.class.getResourceAsStream("graph-cases.jsonl");
                BufferedReader lines = new BufferedReader(
                        new InputStreamReader(Objects.requireNonNull(resource), StandardCharsets.UTF_8))) {
            return lines.lines().map(line -> json.readValue(line, Case.class)).toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
