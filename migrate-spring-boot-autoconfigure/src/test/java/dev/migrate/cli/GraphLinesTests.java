package dev.migrate.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class GraphLinesTests {

    @Test
    void chainIsOneColumn() {
        assertThat(draw("c:b", "b:a", "a:")).containsExactly("* c", "* b", "* a");
    }

    @Test
    void branchesMeetWhereTheyBegin() {
        assertThat(draw("c:a", "b:a", "a:")).containsExactly("* c", "| * b", "|/", "* a");
    }

    @Test
    void mergeLeadsToAllItsParents() {
        assertThat(draw("m:b,c", "c:a", "b:a", "a:")).containsExactly("*   m", "|\\", "| * c", "* | b", "|/", "* a");
    }

    @Test
    void mergeOfThreeHasARowForEach() {
        assertThat(draw("m:b,c,d", "d:a", "c:a", "b:a", "a:"))
                .containsExactly("*     m", "|\\", "|\\|_", "| | * d", "| * | c", "| |/", "* | b", "|/", "* a");
    }

    @Test
    void linesThatAreCrossedGoOn() {
        assertThat(draw("x:p", "y:q", "z:p", "q:", "p:"))
                .containsExactly("* x", "| * y", "| | * z", "|_|/", "| * q", "* p");
    }

    @Test
    void headDirectlyBelowABaseIsNoParentOfIt() {
        assertThat(draw("b:", "a:")).containsExactly("* b", "", "* a");
    }

    @Test
    void furtherLinesOfTextStandBesideTheGraph() {
        List<GraphLines.Node> nodes = List.of(
                new GraphLines.Node("m", List.of("b", "c"), List.of("Rev: m", "Parent: b", "", "    Words")),
                new GraphLines.Node("c", List.of("a"), List.of("Rev: c", "Parent: a")),
                new GraphLines.Node("b", List.of("a"), List.of("Rev: b")),
                new GraphLines.Node("a", List.of(), List.of("Rev: a", "Parent: <base>")));

        assertThat(GraphLines.of(nodes, 0))
                .containsExactly(
                        "*   Rev: m",
                        "|\\  Parent: b",
                        "| |",
                        "| |     Words",
                        "| * Rev: c",
                        "| | Parent: a",
                        "* | Rev: b",
                        "|/",
                        "* Rev: a",
                        "  Parent: <base>");
    }

    @Test
    void narrowTerminalGetsShorterWordsBesideTheSameGraph() {
        List<GraphLines.Node> nodes = List.of(
                new GraphLines.Node("b", List.of("a"), List.of("b (head), Add a table for everything that speaks")),
                new GraphLines.Node("a", List.of(), List.of("a, Averyveryverylongwordwithoutanyspace")));

        assertThat(GraphLines.of(nodes, 24))
                .containsExactly(
                        "* b (head), Add a table",
                        "| for everything that",
                        "| speaks",
                        "* a,",
                        "  Averyveryverylongwordw",
                        "  ithoutanyspace");
    }

    static LongStream seeds() {
        return new Random().longs(300);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyRevisionIsDrawnOnceAndEveryEdgeToo(long seed) {
        List<GraphLines.Node> nodes = randomNodes(new Random(seed));
        List<String> lines = GraphLines.of(nodes, 0);

        DrawnGraph drawn = DrawnGraph.read(lines);

        String picture = "seed " + seed + "\n" + String.join("\n", lines);
        assertThat(drawn.ids())
                .as(picture)
                .containsExactlyElementsOf(
                        nodes.stream().map(GraphLines.Node::id).toList());
        assertThat(drawn.parents()).as(picture).isEqualTo(parents(nodes));
        assertThat(GraphLines.of(nodes, 0)).isEqualTo(lines);
    }

    private static Map<String, Set<String>> parents(List<GraphLines.Node> nodes) {
        Map<String, Set<String>> parents = new LinkedHashMap<>();
        nodes.forEach(node -> parents.put(node.id(), new TreeSet<>(node.parents())));
        return parents;
    }

    /** Mostly short lines with branches, merges and bases of their own, some wild. */
    private static List<GraphLines.Node> randomNodes(Random random) {
        int size = 1 + random.nextInt(30);
        int reach = 1 + random.nextInt(8);
        List<GraphLines.Node> nodes = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            Set<String> parents = new TreeSet<>();
            int wanted = random.nextInt(8) == 0 ? random.nextInt(5) : random.nextInt(6) == 0 ? 2 : 1;
            for (int edge = 0; edge < wanted && i < size - 1; edge++) {
                parents.add("r" + (i + 1 + random.nextInt(Math.min(reach, size - 1 - i))));
            }
            nodes.add(new GraphLines.Node("r" + i, List.copyOf(parents), List.of("r" + i)));
        }
        return nodes;
    }

    private static List<String> draw(String... nodes) {
        List<GraphLines.Node> read = IntStream.range(0, nodes.length)
                .mapToObj(i -> nodes[i].split(":", -1))
                .map(parts -> new GraphLines.Node(
                        parts[0], parts[1].isEmpty() ? List.of() : List.of(parts[1].split(",")), List.of(parts[0])))
                .toList();
        return GraphLines.of(read, 0);
    }
}
