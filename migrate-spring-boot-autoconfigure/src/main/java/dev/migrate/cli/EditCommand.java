package dev.migrate.cli;

import java.util.List;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import dev.migrate.error.MigrateException;
import dev.migrate.revision.Revision;

/** Opens the script of a revision in an editor. */
@Command(name = "edit", description = "Open the script of a revision in $EDITOR.")
final class EditCommand implements MigrateCommand {

    @Parameters(paramLabel = "REV", description = "A revision, head or current.")
    String revision = "";

    @Override
    public int run(Session session) throws Exception {
        List<Revision> revisions = session.resolve(revision);
        if (revisions.isEmpty()) {
            throw new MigrateException(
                    "No revision files indicated by symbol '" + revision + "'",
                    "`migrate history` lists the revisions.");
        }
        Editor editor = Editor.ofUser(System.getenv());
        SourceFiles files = new SourceFiles(session.migrator().settings());
        for (Revision one : revisions) {
            editor.open(files.of(session.migrator().scripts().script(one.id())));
        }
        return ExitCode.DONE;
    }
}
