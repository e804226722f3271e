package dev.migrate.cli;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import dev.migrate.revision.Revision;
import dev.migrate.revision.RevisionGraph;

/** Prints the branch points of the graph. */
@Command(name = "branches", description = "Print the revisions from which several lead on.")
final class BranchesCommand implements MigrateCommand {

    @Option(
            names = {"-v", "--verbose"},
            description = "Print everything about them.")
    boolean verbose;

    @Option(names = "--json", description = "Print JSON.")
    boolean json;

    @Override
    public int run(Session session) {
        RevisionGraph graph = session.graph();
        List<Revision> points =
                new ArrayList<>(graph.branchPoints().stream().map(graph::get).toList());
        Collections.reverse(points);
        if (json) {
            Json.write(session.out(), Json.revisions(session.migrator().scripts(), points, Set.of()));
            return ExitCode.DONE;
        }
        RevisionLines lines = new RevisionLines(session.migrator().scripts(), Set.of());
        for (Revision point : points) {
            if (verbose) {
                session.out().line(lines.details(point));
            } else {
                lines.branchPoint(point).forEach(session.out()::line);
            }
        }
        return ExitCode.DONE;
    }
}
