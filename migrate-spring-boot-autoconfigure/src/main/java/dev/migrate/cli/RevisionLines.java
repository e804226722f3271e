package dev.migrate.cli;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import dev.migrate.revision.Revision;
import dev.migrate.revision.RevisionGraph;
import dev.migrate.script.RevisionScript;
import dev.migrate.script.ScriptDirectory;

/** Spells revisions in the line formats of Alembic. */
final class RevisionLines {

    private final ScriptDirectory scripts;

    private final RevisionGraph graph;

    private final Set<String> effectiveHeads;

    private final Set<String> current;

    /**
     * Creates the speller.
     *
     * @param current ids to be marked as what the version table holds, none for no such marks
     */
    RevisionLines(ScriptDirectory scripts, Set<String> current) {
        this.scripts = scripts;
        this.graph = scripts.graph();
        this.effectiveHeads = Set.copyOf(graph.effectiveHeads());
        this.current = Set.copyOf(current);
    }

    static String parents(List<String> ids) {
        return ids.isEmpty() ? "<base>" : String.join(", ", ids);
    }

    /** Returns the id and whether it is a head, a branch point or a merge. */
    String current(Revision revision) {
        return revision.id() + headMark(revision) + currentMark(revision) + pointMarks(revision);
    }

    /** Returns the id, the labels of its branch, and whether it is a head. */
    String head(Revision revision) {
        return revision.id() + labels(revision) + headMark(revision) + currentMark(revision);
    }

    /** Returns {@code parents -> id (labels) (head), message}. */
    String history(Revision revision) {
        String dependencies =
                revision.dependsOn().isEmpty() ? "" : " (" + String.join(", ", revision.dependsOn()) + ")";
        return parents(revision.revises()) + dependencies + " -> " + head(revision) + pointMarks(revision) + ", "
                + revision.message();
    }

    /** Returns {@code id (labels) (head), message} for a picture that shows the parents; what it depends on is said, as no line can. */
    String node(Revision revision) {
        String dependencies =
                revision.dependsOn().isEmpty() ? "" : " (depends on " + String.join(", ", revision.dependsOn()) + ")";
        return head(revision) + dependencies + ", " + revision.message();
    }

    /** Returns a branch point and, below it, where it leads. */
    List<String> branchPoint(Revision revision) {
        String space = " ".repeat(revision.id().length());
        List<String> children = graph.children(revision.id()).stream()
                .map(graph::get)
                .map(child -> space + " -> " + head(child) + pointMarks(child))
                .toList();
        return join(head(revision) + pointMarks(revision), children);
    }

    /** Returns everything about a revision; the last line is empty. */
    String details(Revision revision) {
        RevisionScript script = scripts.script(revision.id());
        StringBuilder text = new StringBuilder();
        text.append("Rev: ").append(current(revision)).append('\n');
        text.append(graph.isMergePoint(revision.id()) ? "Merges: " : "Parent: ")
                .append(parents(revision.revises()))
                .append('\n');
        list(text, "Also depends on: ", revision.dependsOn());
        if (graph.isBranchPoint(revision.id())) {
            list(text, "Branches into: ", graph.children(revision.id()));
        }
        list(text, "Branch names: ", List.copyOf(graph.labels(revision.id())));
        text.append("Path: ").append(script.path()).append('\n');
        if (script.irreversible() != null) {
            text.append("Irreversible: ").append(script.irreversible()).append('\n');
        }
        text.append("\n    ").append(revision.message()).append('\n');
        if (!script.description().isEmpty()) {
            text.append('\n');
            script.description()
                    .lines()
                    .map(line -> line.isEmpty() ? "" : "    " + line)
                    .forEach(line -> text.append(line).append('\n'));
        }
        return text.toString();
    }

    private static void list(StringBuilder text, String name, List<String> values) {
        if (!values.isEmpty()) {
            text.append(name).append(String.join(", ", values)).append('\n');
        }
    }

    private static List<String> join(String first, List<String> others) {
        return Stream.concat(Stream.of(first), others.stream()).toList();
    }

    private String labels(Revision revision) {
        Set<String> labels = graph.labels(revision.id());
        return labels.isEmpty() ? "" : " (" + String.join(", ", labels) + ")";
    }

    private String headMark(Revision revision) {
        if (!graph.isHead(revision.id())) {
            return "";
        }
        return effectiveHeads.contains(revision.id()) ? " (head)" : " (effective head)";
    }

    private String currentMark(Revision revision) {
        return current.contains(revision.id()) ? " (current)" : "";
    }

    private String pointMarks(Revision revision) {
        return (graph.isBranchPoint(revision.id()) ? " (branchpoint)" : "")
                + (graph.isMergePoint(revision.id()) ? " (mergepoint)" : "");
    }
}
