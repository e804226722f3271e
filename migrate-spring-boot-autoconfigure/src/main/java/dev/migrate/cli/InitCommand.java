package dev.migrate.cli;

import picocli.CommandLine.Command;

import dev.migrate.script.RevisionScript;

/** Makes the folder of revisions with a first one in it. */
@Command(name = "init", description = "Make the folder of revisions with a first empty revision.")
final class InitCommand implements MigrateCommand {

    @Override
    public int run(Session session) {
        RevisionScript first = session.migrator().init();
        WrittenRevision.print(session, first);
        return ExitCode.DONE;
    }
}
