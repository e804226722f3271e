package dev.migrate.cli;

import java.nio.file.Path;
import java.util.List;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import dev.migrate.MergeRequest;
import dev.migrate.Splice;
import dev.migrate.revision.Target;

/** Writes a revision that joins branches. */
@Command(name = "merge", description = "Write a revision that joins several and print its file.")
final class MergeCommand implements MigrateCommand {

    @Parameters(arity = "1..*", paramLabel = "REV", description = "The revisions to join, or heads for all heads.")
    List<String> revisions = List.of();

    @Option(
            names = {"-m", "--message"},
            paramLabel = "MSG",
            description = "What the revision does, in one line; by default which revisions it merges.")
    @Nullable String message;

    @Option(names = "--branch-label", paramLabel = "LABEL", description = "A name for the branch. Repeatable.")
    List<String> labels = List.of();

    @Option(names = "--rev-id", paramLabel = "ID", description = "The id instead of a random one.")
    @Nullable String id;

    @Option(names = "--splice", description = "Allow to join revisions that are no heads.")
    boolean splice;

    @Option(
            names = "--location",
            paramLabel = "FOLDER",
            description = "Where to write instead of migrate.source-directory.")
    @Nullable Path location;

    @Override
    public int run(Session session) {
        MergeRequest request = new MergeRequest(
                revisions.stream().map(Target::parse).toList(),
                message,
                splice ? Splice.ALLOWED : Splice.REFUSED,
                labels,
                id,
                location);
        WrittenRevision.print(session, session.migrator().merge(request));
        return ExitCode.DONE;
    }
}
