package dev.migrate.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import static org.assertj.core.api.Assertions.assertThat;

/** Reads a drawn graph as a person does, by following the lines, and knows nothing of how it was drawn. */
final class DrawnGraph {

    private static final Pattern LINE = Pattern.compile("([ |/\\\\_*]*)(.*)");

    private final Map<String, Set<String>> parents = new LinkedHashMap<>();

    /** The revisions whose lines come down at each place of a row. */
    private final Map<Integer, Set<String>> lines = new TreeMap<>();

    private @Nullable String last;

    private int place;

    /** What stood below the last revision beside the connection read last, or blank if none was read. */
    private char stem;

    private boolean connected;

    static DrawnGraph read(List<String> rows) {
        DrawnGraph graph = new DrawnGraph();
        rows.forEach(graph::read);
        return graph;
    }

    List<String> ids() {
        return new ArrayList<>(parents.keySet());
    }

    Map<String, Set<String>> parents() {
        return parents;
    }

    private void read(String row) {
        Matcher matcher = LINE.matcher(row);
        assertThat(matcher.matches()).isTrue();
        String graph = matcher.group(1);
        boolean connects = graph.indexOf('/') >= 0 || graph.indexOf('\\') >= 0;
        if (!connects) {
            goStraightDown(at(graph, place));
        }
        int moved = graph.indexOf('/') > place ? graph.indexOf('/') + 1 : -1;
        lines.keySet().stream().filter(position -> position != moved).forEach(position -> assertThat(
                        at(graph, position))
                .as("the line at %d goes on in '%s'", position, row)
                .isIn('|', '*'));
        if (connects) {
            connect(graph);
        } else if (graph.indexOf('*') >= 0) {
            arrive(String.valueOf(matcher.group(2)), graph.indexOf('*'));
        }
    }

    private void goStraightDown(char below) {
        if (last != null && (connected ? stem == '|' : below == '|' || below == '*')) {
            lead(last, place);
        }
        last = null;
    }

    private void connect(String graph) {
        assertThat(last).as("a revision above '%s'", graph).isNotNull();
        int slash = Math.max(graph.indexOf('/'), graph.indexOf('\\'));
        boolean left = graph.charAt(slash) == '/';
        int first = graph.indexOf('_');
        if (left && slash > place) {
            assertThat(first < 0 ? slash : first).isEqualTo(place + 1);
            Set<String> moved = lines.remove(slash + 1);
            assertThat(moved).as("the line that '%s' moves", graph).isNotNull();
            lines.put(place, moved == null ? Set.of() : moved);
        } else {
            assertThat(slash).isEqualTo(place + (left ? -1 : 1));
            int near = place + (left ? -2 : 2);
            lead(String.valueOf(last), first < 0 ? near : left ? first - 1 : graph.lastIndexOf('_') + 1);
        }
        stem = at(graph, place);
        connected = true;
    }

    private void arrive(String id, int position) {
        Set<String> children = lines.remove(position);
        if (children != null) {
            children.forEach(child -> parents.getOrDefault(child, Set.of()).add(id));
        }
        assertThat(parents.put(id, new TreeSet<>())).as(id + " is drawn once").isNull();
        last = id;
        place = position;
        connected = false;
    }

    private void lead(String child, int position) {
        lines.computeIfAbsent(position, key -> new TreeSet<>()).add(child);
    }

    private static char at(String row, int position) {
        return position < row.length() ? row.charAt(position) : ' ';
    }
}
