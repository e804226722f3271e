package dev.migrate.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Draws a graph in plain characters, children above their parents. Every column is a line that leads down to a revision, and edges to
 * the same revision share one.
 */
final class GraphLines {

    /** However narrow the terminal is, this much is left for words. */
    private static final int NARROWEST = 20;

    private final int width;

    private final List<String> lines = new ArrayList<>();

    /** Whom each column leads to; {@code null} for a free one. */
    private final List<@Nullable String> columns = new ArrayList<>();

    private String above = "";

    private GraphLines(int width) {
        this.width = width;
    }

    /**
     * A revision to draw.
     *
     * @param parents ids of what it leads down to, each of them drawn as well
     * @param text what stands beside it, one line or more
     */
    record Node(String id, List<String> parents, List<String> text) {

        Node {
            parents = List.copyOf(parents);
            text = List.copyOf(text);
        }
    }

    /**
     * Returns the lines of the picture.
     *
     * @param nodes children before their parents
     * @param width of the terminal in characters, in which the words are kept; 0 for no limit
     */
    static List<String> of(List<Node> nodes, int width) {
        GraphLines graph = new GraphLines(width);
        nodes.forEach(graph::draw);
        return graph.lines;
    }

    private void draw(Node node) {
        int column = columns.indexOf(node.id());
        if (column < 0) {
            column = headColumn();
        }
        char[] own = row();
        own[2 * column] = '*';
        List<String> rows = new ArrayList<>(List.of(new String(own)));
        columns.set(column, null);
        rows.addAll(connections(column, node.parents()));
        while (!columns.isEmpty() && columns.get(columns.size() - 1) == null) {
            columns.remove(columns.size() - 1);
        }
        print(rows, node.text());
    }

    /** Returns the first free column, in which nothing directly above could be taken for a child. */
    private int headColumn() {
        int column = columns.indexOf(null);
        if (column < 0) {
            column = columns.size();
            columns.add(null);
        }
        if (above.length() > 2 * column && above.charAt(2 * column) == '*') {
            line(new String(row()), "");
        }
        return column;
    }

    /** Leads the line of one parent straight down, and returns a row for each other line that moves or begins. */
    private List<String> connections(int column, List<String> parents) {
        List<String> others = new ArrayList<>(parents);
        List<String> rows = new ArrayList<>();
        for (String parent : parents) {
            int present = columns.indexOf(parent);
            if (present < 0 || present > column) {
                columns.set(column, parent);
                others.remove(parent);
                if (present > column) {
                    rows.add(pulled(present, column));
                }
                break;
            }
        }
        for (int i = 0; i < others.size(); i++) {
            boolean goesOn = columns.get(column) != null || i < others.size() - 1;
            rows.add(connection(column, others.get(i), goesOn ? '|' : ' '));
        }
        return rows;
    }

    /** Moves a line to the left, into the column of a revision that leads to the same parent. */
    private String pulled(int from, int column) {
        columns.set(from, null);
        char[] row = row();
        row[2 * from - 1] = '/';
        underline(row, 2 * column + 1, 2 * from - 1);
        return new String(row);
    }

    private String connection(int column, String parent, char stem) {
        int target = columns.indexOf(parent);
        if (target < 0) {
            target = freeColumnBehind(column);
        }
        char[] row = row();
        row[2 * column] = stem;
        boolean left = target < column;
        row[left ? 2 * column - 1 : 2 * column + 1] = left ? '/' : '\\';
        underline(row, left ? 2 * target + 1 : 2 * column + 2, left ? 2 * column - 1 : 2 * target);
        columns.set(target, parent);
        return new String(row);
    }

    private static void underline(char[] row, int from, int to) {
        for (int at = from; at < to; at++) {
            row[at] = row[at] == ' ' ? '_' : row[at];
        }
    }

    private int freeColumnBehind(int column) {
        for (int other = column + 1; other < columns.size(); other++) {
            if (columns.get(other) == null) {
                return other;
            }
        }
        columns.add(null);
        return columns.size() - 1;
    }

    /** Returns the columns that lead somewhere. */
    private char[] row() {
        char[] row = new char[Math.max(0, 2 * columns.size() - 1)];
        Arrays.fill(row, ' ');
        for (int column = 0; column < columns.size(); column++) {
            if (columns.get(column) != null) {
                row[2 * column] = '|';
            }
        }
        return row;
    }

    private void print(List<String> rows, List<String> text) {
        int graph = rows.stream().mapToInt(String::length).max().orElse(0);
        List<String> words = width == 0 ? text : wrapped(text, Math.max(NARROWEST, width - graph - 1));
        String filler = new String(row());
        for (int i = 0; i < Math.max(rows.size(), words.size()); i++) {
            String row = i < rows.size() ? rows.get(i) : filler;
            String word = i < words.size() ? words.get(i) : "";
            line(row, word.isEmpty() ? "" : " ".repeat(graph - row.length() + 1) + word);
        }
    }

    private void line(String row, String words) {
        lines.add((row + words).stripTrailing());
        above = row;
    }

    private static List<String> wrapped(List<String> text, int width) {
        List<String> wrapped = new ArrayList<>();
        for (String line : text) {
            String rest = line;
            while (rest.length() > width) {
                int space = rest.lastIndexOf(' ', width);
                // Behind the indentation, or a word that is too long.
                int end = rest.substring(0, Math.max(space, 0)).isBlank() ? width : space;
                wrapped.add(rest.substring(0, end).stripTrailing());
                rest = rest.substring(end).strip();
            }
            wrapped.add(rest);
        }
        return wrapped;
    }
}
