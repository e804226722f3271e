package dev.migrate.cli;

import java.util.List;
import java.util.Set;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import dev.migrate.revision.Heads;
import dev.migrate.revision.Revision;
import dev.migrate.revision.RevisionGraph;

/** Prints the revisions that the database is at. */
@Command(name = "current", description = "Print the revisions that the database is at.")
final class CurrentCommand implements MigrateCommand {

    @Option(
            names = {"-v", "--verbose"},
            description = "Print everything about them.")
    boolean verbose;

    @Option(names = "--check-heads", description = "Exit with 3 unless these are all the heads.")
    boolean checkHeads;

    @Option(names = "--json", description = "Print JSON.")
    boolean json;

    @Override
    public int run(Session session) {
        Heads heads = session.migrator().current();
        RevisionGraph graph = session.graph();
        List<Revision> revisions =
                session.planner().current(heads).stream().map(graph::get).toList();
        if (json) {
            Json.write(session.out(), Json.revisions(session.migrator().scripts(), revisions, heads.ids()));
        } else {
            RevisionLines lines = new RevisionLines(session.migrator().scripts(), Set.of());
            revisions.forEach(
                    revision -> session.out().line(verbose ? lines.details(revision) : lines.current(revision)));
        }
        if (checkHeads && !heads.equals(Heads.of(graph.effectiveHeads()))) {
            session.err().line("Database is not on all head revisions: it is at " + heads + ".");
            return ExitCode.CHECK_FAILED;
        }
        return ExitCode.DONE;
    }
}
