package dev.migrate.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

import dev.migrate.revision.Direction;

/** Takes back what is above a target. */
@Command(name = "downgrade", description = "Take back the revisions above a target.")
final class DowngradeCommand implements MigrateCommand {

    @Parameters(paramLabel = "TARGET", description = "Where to go: a revision, base, or -N for N revisions back.")
    String target = "";

    @Mixin
    RunOptions options = new RunOptions();

    @Override
    public int run(Session session) {
        return new Runs(session, options).run(Direction.DOWNGRADE, target);
    }
}
