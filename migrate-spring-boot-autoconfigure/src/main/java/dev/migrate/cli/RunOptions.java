package dev.migrate.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of the two commands that run revisions. */
final class RunOptions {

    @Option(
            names = "--sql",
            description = "Print the SQL that would run, for the client of the database, and run nothing.")
    boolean sql;

    @Option(
            names = "--from",
            paramLabel = "HEADS",
            description =
                    "With --sql: start from these revisions, separated by commas, or base, without asking the database.")
    @Nullable String from;

    @Option(names = "--dry-run", description = "Check everything that a run checks, print its steps, and run nothing.")
    boolean dryRun;

    @Option(names = "--json", description = "Print JSON.")
    boolean json;

    void check() {
        if (from != null && !sql) {
            throw new UsageException("--from needs --sql");
        }
        if (sql && (dryRun || json)) {
            throw new UsageException("--sql cannot be used with " + (dryRun ? "--dry-run" : "--json"));
        }
    }
}
