package dev.migrate.cli;

import java.util.List;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import dev.migrate.revision.Heads;
import dev.migrate.revision.Target;

/** Writes into the version table without running anything. */
@Command(name = "stamp", description = "Set the version table to revisions without running them.")
final class StampCommand implements MigrateCommand {

    @Parameters(arity = "1..*", paramLabel = "REV", description = "Revisions, head, heads or base.")
    List<String> revisions = List.of();

    @Option(names = "--purge", description = "Delete all rows first, those that this build does not know too.")
    boolean purge;

    @Option(names = "--sql", description = "Print the SQL instead.")
    boolean sql;

    @Override
    public int run(Session session) {
        if (purge && sql) {
            throw new UsageException("Can't use --purge with --sql mode");
        }
        List<Target> targets = revisions.stream().map(Target::parse).toList();
        if (sql) {
            SqlResult.print(session, out -> session.migrator().printStamp(targets, null, out));
            return ExitCode.DONE;
        }
        Heads heads = purge
                ? session.migrator().purgeAndStamp(targets)
                : session.migrator().stamp(targets);
        session.out().line("Stamped " + heads + ".");
        return ExitCode.DONE;
    }
}
