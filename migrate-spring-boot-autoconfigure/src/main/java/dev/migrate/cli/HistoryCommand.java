package dev.migrate.cli;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import dev.migrate.revision.Heads;
import dev.migrate.revision.Revision;
import dev.migrate.revision.RevisionGraph;
import dev.migrate.revision.RevisionRange;
import dev.migrate.script.ScriptDirectory;

/** Prints revisions, newest first. */
@Command(name = "history", description = "Print the revisions, newest first.")
final class HistoryCommand implements MigrateCommand {

    @Option(
            names = {"-r", "--rev-range"},
            paramLabel = "FROM:TO",
            description = "Only this part, both ends included; either may be left out, as in -r-3:current.")
    @Nullable String range;

    @Option(
            names = {"-v", "--verbose"},
            description = "Print everything about them.")
    boolean verbose;

    @Option(
            names = {"-i", "--indicate-current"},
            description = "Mark what the database is at.")
    boolean indicateCurrent;

    @Option(names = "--graph", description = "Draw the graph in text, children above their parents.")
    boolean graph;

    @Option(names = "--mermaid", description = "Print the graph as a Mermaid flowchart.")
    boolean mermaid;

    @Option(names = "--json", description = "Print JSON.")
    boolean json;

    @Override
    public int run(Session session) {
        checkOneForm();
        RevisionRange part = range == null ? RevisionRange.all() : RevisionRange.parse(range);
        Heads heads =
                indicateCurrent || part.namesCurrent() ? session.migrator().current() : Heads.none();
        ScriptDirectory scripts = session.migrator().scripts();
        List<Revision> revisions = session.planner().history(part, heads);
        Set<String> marked = indicateCurrent ? heads.ids() : Set.of();
        print(session, scripts, revisions, marked);
        return ExitCode.DONE;
    }

    private void print(Session session, ScriptDirectory scripts, List<Revision> revisions, Set<String> marked) {
        RevisionLines lines = new RevisionLines(scripts, marked);
        if (json) {
            Json.write(session.out(), Json.revisions(scripts, revisions, marked));
        } else if (mermaid) {
            MermaidLines.of(scripts.graph(), revisions, lines).forEach(session.out()::line);
        } else if (graph) {
            GraphLines.of(nodes(scripts.graph(), revisions, lines), StandardStreams.width())
                    .forEach(session.out()::line);
        } else {
            revisions.forEach(
                    revision -> session.out().line(verbose ? lines.details(revision) : lines.history(revision)));
        }
    }

    /** An edge is drawn where both ends are. */
    private List<GraphLines.Node> nodes(RevisionGraph graph, List<Revision> revisions, RevisionLines lines) {
        Set<String> shown = revisions.stream().map(Revision::id).collect(Collectors.toSet());
        return revisions.stream()
                .map(revision -> new GraphLines.Node(
                        revision.id(),
                        graph.allParents(revision.id()).stream()
                                .filter(shown::contains)
                                .toList(),
                        verbose ? details(revision, lines) : List.of(lines.node(revision))))
                .toList();
    }

    /** With an empty line that sets the next revision apart. */
    private static List<String> details(Revision revision, RevisionLines lines) {
        return List.of(lines.details(revision).split("\n", -1));
    }

    private void checkOneForm() {
        if (json && (graph || mermaid)) {
            throw new UsageException(
                    (graph ? "--graph" : "--mermaid") + " cannot be used with --json, which has every edge");
        }
        if (mermaid && (graph || verbose)) {
            throw new UsageException("--mermaid cannot be used with " + (graph ? "--graph" : "--verbose"));
        }
    }
}
