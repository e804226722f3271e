package dev.migrate.cli;

import java.util.List;
import java.util.Set;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import dev.migrate.revision.Revision;
import dev.migrate.revision.RevisionGraph;

/** Prints the heads of the graph. */
@Command(name = "heads", description = "Print the revisions that nothing revises.")
final class HeadsCommand implements MigrateCommand {

    @Option(
            names = {"-v", "--verbose"},
            description = "Print everything about them.")
    boolean verbose;

    @Option(
            names = "--resolve-dependencies",
            description =
                    "Leave out heads that another head depends on: what the version table holds after an upgrade.")
    boolean resolveDependencies;

    @Option(names = "--json", description = "Print JSON.")
    boolean json;

    @Override
    public int run(Session session) {
        RevisionGraph graph = session.graph();
        List<String> ids = resolveDependencies ? graph.effectiveHeads() : graph.heads();
        List<Revision> heads = ids.stream().map(graph::get).toList();
        if (json) {
            Json.write(session.out(), Json.revisions(session.migrator().scripts(), heads, Set.of()));
        } else {
            RevisionLines lines = new RevisionLines(session.migrator().scripts(), Set.of());
            heads.forEach(head -> session.out().line(verbose ? lines.details(head) : lines.head(head)));
        }
        return ExitCode.DONE;
    }
}
