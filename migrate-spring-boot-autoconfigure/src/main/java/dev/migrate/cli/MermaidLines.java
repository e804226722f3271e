package dev.migrate.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import dev.migrate.revision.Revision;
import dev.migrate.revision.RevisionGraph;

/** Spells a graph for Mermaid, which draws it where Markdown is shown. */
final class MermaidLines {

    private MermaidLines() {}

    /**
     * Returns the lines of the diagram.
     *
     * @param revisions newest first; an edge is drawn where both ends are among them
     */
    static List<String> of(RevisionGraph graph, List<Revision> revisions, RevisionLines spelled) {
        Set<String> shown = revisions.stream().map(Revision::id).collect(Collectors.toSet());
        List<String> lines = new ArrayList<>();
        lines.add("flowchart TD");
        for (Revision revision : revisions) {
            String label = escaped(spelled.head(revision)) + "<br/>" + escaped(revision.message());
            lines.add("    " + name(revision.id()) + "[\"" + label + "\"]");
        }
        for (Revision revision : revisions) {
            revision.revises().stream()
                    .filter(shown::contains)
                    .forEach(parent -> lines.add("    " + name(revision.id()) + " --> " + name(parent)));
            graph.dependencies(revision.id()).stream()
                    .filter(shown::contains)
                    .forEach(needed -> lines.add("    " + name(revision.id()) + " -.-> " + name(needed)));
        }
        return lines;
    }

    /** An id may be a word that Mermaid knows. */
    private static String name(String id) {
        return "r_" + id;
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.chars().forEach(character -> {
            if ("\"#&<>`\\".indexOf(character) >= 0) {
                escaped.append('#').append(character).append(';');
            } else {
                escaped.append((char) character);
            }
        });
        return escaped.toString();
    }
}
