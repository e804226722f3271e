package dev.migrate.cli;

import java.nio.file.Path;
import java.util.List;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

import dev.migrate.GeneratedRevision;
import dev.migrate.RevisionRequest;
import dev.migrate.Splice;
import dev.migrate.autogenerate.ComparisonRequest;
import dev.migrate.autogenerate.Proposal;
import dev.migrate.autogenerate.Rename;
import dev.migrate.autogenerate.RevisionForm;
import dev.migrate.autogenerate.UnknownTables;
import dev.migrate.revision.Target;
import dev.migrate.script.ScriptKind;

/** Writes a new revision. */
@Command(name = "revision", description = "Write a new revision and print its file.")
final class RevisionCommand implements MigrateCommand {

    @Option(
            names = {"-m", "--message"},
            required = true,
            paramLabel = "MSG",
            description = "What the revision does, in one line.")
    String message = "";

    @Option(
            names = "--autogenerate",
            description = "Write what the model has and the database lacks; no file if nothing differs.")
    boolean autogenerate;

    @Option(
            names = "--rename",
            paramLabel = "OLD=NEW",
            description =
                    "With --autogenerate: a column or table that has another name in the model, as in users.name=full_name or"
                            + " users=people. Repeatable.")
    List<String> renames = List.of();

    @Option(names = "--drop-tables", description = "With --autogenerate: drop the tables that the model does not know.")
    boolean dropTables;

    @Option(
            names = "--online",
            description = "With --autogenerate: several revisions that a running application survives, instead of one.")
    boolean online;

    @Option(
            names = "--head",
            paramLabel = "REV",
            description = "What it revises; by default the one head, base for nothing. Repeatable for a merge.")
    List<String> heads = List.of();

    @Option(names = "--splice", description = "Allow to revise what is no head, and so to begin a branch.")
    boolean splice;

    @Option(names = "--branch-label", paramLabel = "LABEL", description = "A name for the branch. Repeatable.")
    List<String> labels = List.of();

    @Option(names = "--rev-id", paramLabel = "ID", description = "The id instead of a random one.")
    @Nullable String id;

    @Option(
            names = "--depends-on",
            paramLabel = "REV",
            description = "A revision or label that must be applied before. Repeatable.")
    List<String> dependsOn = List.of();

    @Option(
            names = "--location",
            paramLabel = "FOLDER",
            description = "Where to write instead of migrate.source-directory, or for Java below src/main/java.")
    @Nullable Path location;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            converter = Format.class,
            description = "What to write it in, sql (by default) or java.")
    ScriptKind format = ScriptKind.SQL;

    @Override
    public int run(Session session) {
        RevisionRequest request = new RevisionRequest(
                message,
                heads.stream().map(Target::parse).toList(),
                splice ? Splice.ALLOWED : Splice.REFUSED,
                labels,
                dependsOn,
                id,
                location,
                format);
        if (autogenerate) {
            generate(session, request);
        } else if (dropTables || online || !renames.isEmpty()) {
            throw new UsageException("--rename, --drop-tables and --online need --autogenerate");
        } else {
            WrittenRevision.print(session, session.migrator().newRevision(request));
        }
        return ExitCode.DONE;
    }

    private void generate(Session session, RevisionRequest request) {
        ComparisonRequest comparison = new ComparisonRequest(
                renames.stream().map(Rename::parse).toList(),
                RenameDialogue.at(session),
                dropTables ? UnknownTables.DROPPED : UnknownTables.KEPT,
                online ? RevisionForm.ONLINE : RevisionForm.AT_ONCE);
        GeneratedRevision generated = session.migrator().generateRevision(request, comparison);
        Proposal proposal = generated.proposal();
        ProposalLines.remarks(proposal).forEach(session.err()::line);
        if (generated.scripts().isEmpty()) {
            session.err().line("No changes detected.");
            return;
        }
        session.err().line("Detected:");
        ProposalLines.operations(proposal).forEach(session.err()::line);
        int destructive = proposal.destructive().size();
        if (destructive > 0) {
            session.err()
                    .line(destructive + " of " + proposal.operations().size()
                            + " are destructive and marked in the file. Read it before you run it.");
        }
        generated.scripts().forEach(script -> WrittenRevision.print(session, script));
    }

    /** Understands the names of the formats. */
    static final class Format implements ITypeConverter<ScriptKind> {

        @Override
        public ScriptKind convert(String value) {
            return switch (value) {
                case "sql" -> ScriptKind.SQL;
                case "java" -> ScriptKind.JAVA;
                default -> throw new TypeConversionException("'" + value + "' is neither sql nor java");
            };
        }
    }
}
