package dev.migrate.cli;

import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import dev.migrate.run.Resolution;

/** Says what became of a revision that did not finish, or that a changed script is harmless. */
@Command(
        name = "resolve",
        description = "Say what became of a revision that did not finish, or that its change is harmless.")
final class ResolveCommand implements MigrateCommand {

    @Parameters(paramLabel = "REV", description = "The revision.")
    String revision = "";

    @ArgGroup(exclusive = true, multiplicity = "1")
    Answer answer = new Answer();

    @Override
    public int run(Session session) {
        session.out().line(session.migrator().resolve(revision, answer.resolution()));
        return ExitCode.DONE;
    }

    /** Exactly one of these is typed. */
    static final class Answer {

        @Option(names = "--applied", description = "The statement that was running has taken effect.")
        boolean applied;

        @Option(names = "--not-applied", description = "The statement that was running has had no effect.")
        boolean notApplied;

        @Option(
                names = "--accept-checksum",
                description = "The script was changed after it was applied, and that is fine.")
        boolean acceptChecksum;

        Resolution resolution() {
            if (applied) {
                return Resolution.APPLIED;
            }
            return notApplied ? Resolution.NOT_APPLIED : Resolution.ACCEPT_CHECKSUM;
        }
    }
}
