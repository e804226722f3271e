package dev.migrate.cli;

import java.time.ZoneId;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import dev.migrate.run.MigrationOverview;
import dev.migrate.run.MigrationState;
import dev.migrate.run.MigrationStatus;

/** Tells where the database stands. */
@Command(name = "status", description = "Tell where the database stands.")
final class StatusCommand implements MigrateCommand {

    @Option(names = "--check", description = "Exit with 3 unless the database is up to date.")
    boolean check;

    @Option(names = "--json", description = "Print JSON.")
    boolean json;

    @Override
    public int run(Session session) {
        MigrationStatus status = json ? printJson(session) : printText(session);
        UnbuiltLines.print(session, "run");
        boolean holds = !check || status.state() == MigrationState.UP_TO_DATE;
        return holds ? ExitCode.DONE : ExitCode.CHECK_FAILED;
    }

    private static MigrationStatus printJson(Session session) {
        MigrationStatus status = session.migrator().status();
        Json.write(session.out(), Json.status(status));
        return status;
    }

    private static MigrationStatus printText(Session session) {
        MigrationOverview overview = session.migrator().overview();
        new StatusText(overview, session.out(), ZoneId.systemDefault()).print();
        return overview.status();
    }
}
