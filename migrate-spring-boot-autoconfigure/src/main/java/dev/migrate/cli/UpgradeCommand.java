package dev.migrate.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

import dev.migrate.revision.Direction;

/** Runs what a target needs and the database lacks. */
@Command(name = "upgrade", description = "Run the revisions up to a target.")
final class UpgradeCommand implements MigrateCommand {

    @Parameters(arity = "0..1", paramLabel = "TARGET", description = "Where to go; by default head.")
    String target = "head";

    @Mixin
    RunOptions options = new RunOptions();

    @Override
    public int run(Session session) {
        return new Runs(session, options).run(Direction.UPGRADE, target);
    }
}
