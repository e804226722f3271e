package dev.migrate.cli;

import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import dev.migrate.revision.Heads;
import dev.migrate.revision.Revision;
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

    @Option(names = "--json", description = "Print JSON.")
    boolean json;

    @Override
    public int run(Session session) {
        RevisionRange part = range == null ? RevisionRange.all() : RevisionRange.parse(range);
        Heads heads =
                indicateCurrent || part.namesCurrent() ? session.migrator().current() : Heads.none();
        ScriptDirectory scripts = session.migrator().scripts();
        List<Revision> revisions = session.planner().history(part, heads);
        Set<String> marked = indicateCurrent ? heads.ids() : Set.of();
        if (json) {
            Json.write(session.out(), Json.revisions(scripts, revisions, marked));
        } else {
            RevisionLines lines = new RevisionLines(scripts, marked);
            revisions.forEach(
                    revision -> session.out().line(verbose ? lines.details(revision) : lines.history(revision)));
        }
        return ExitCode.DONE;
    }
}
