package dev.migrate.cli;

import java.util.List;
import java.util.Set;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import dev.migrate.error.MigrateException;
import dev.migrate.revision.Revision;
import dev.migrate.script.ScriptDirectory;

/** Prints everything about a revision. */
@Command(name = "show", description = "Print everything about a revision.")
final class ShowCommand implements MigrateCommand {

    @Parameters(paramLabel = "REV", description = "A revision, head, heads or current.")
    String revision = "";

    @Option(names = "--json", description = "Print JSON.")
    boolean json;

    @Override
    public int run(Session session) {
        List<Revision> revisions = session.resolve(revision);
        if (revisions.isEmpty()) {
            throw new MigrateException(
                    "No revision files indicated by symbol '" + revision + "'",
                    "`migrate history` lists the revisions.");
        }
        ScriptDirectory scripts = session.migrator().scripts();
        if (json) {
            Json.write(session.out(), Json.details(scripts, revisions));
        } else {
            RevisionLines lines = new RevisionLines(scripts, Set.of());
            revisions.forEach(
                    one -> session.out().line(lines.details(one) + OperationLines.of(scripts.script(one.id()))));
        }
        return ExitCode.DONE;
    }
}
