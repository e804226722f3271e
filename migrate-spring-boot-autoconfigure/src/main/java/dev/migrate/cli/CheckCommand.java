package dev.migrate.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import dev.migrate.autogenerate.Proposal;

/** Compares the database with the model. */
@Command(
        name = "check",
        description = "Exit with 3 if a revision would be generated from the model, and tell what it would do.")
final class CheckCommand implements MigrateCommand {

    @Option(names = "--json", description = "Print JSON.")
    boolean json;

    @Override
    public int run(Session session) {
        Proposal proposal = session.migrator().check();
        if (json) {
            Json.write(session.out(), ProposalLines.json(proposal));
        } else if (proposal.isEmpty()) {
            session.out().line("No new upgrade operations detected.");
        } else {
            session.out().line("New upgrade operations detected:");
            ProposalLines.operations(proposal).forEach(session.out()::line);
        }
        if (!json) {
            ProposalLines.remarks(proposal).forEach(session.err()::line);
        }
        return proposal.isEmpty() ? ExitCode.DONE : ExitCode.CHECK_FAILED;
    }
}
