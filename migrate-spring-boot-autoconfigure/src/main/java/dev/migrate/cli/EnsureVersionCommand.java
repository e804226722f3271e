package dev.migrate.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import dev.migrate.dialect.BookTables;

/** Creates the tables of the books and nothing else. */
@Command(name = "ensure-version", description = "Create the version table and the history table if they are missing.")
final class EnsureVersionCommand implements MigrateCommand {

    @Option(names = "--sql", description = "Print the SQL instead.")
    boolean sql;

    @Override
    public int run(Session session) {
        if (sql) {
            SqlResult.print(session, session.migrator()::printEnsureVersion);
            return ExitCode.DONE;
        }
        session.migrator().ensureVersion();
        BookTables books = session.migrator().settings().run().books();
        session.out().line("The tables " + books.version() + " and " + books.history() + " are there.");
        return ExitCode.DONE;
    }
}
