package dev.migrate.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import dev.migrate.lint.LintReport;
import dev.migrate.revision.RevisionRange;

/** Says what revisions would do to a database in use. */
@Command(
        name = "lint",
        description =
                "Tell what the pending revisions would lock, rewrite and break; exit with 3 if one must not run so.")
final class LintCommand implements MigrateCommand {

    @Parameters(
            arity = "0..1",
            paramLabel = "RANGE",
            description = "FROM:TO, both ends included, instead of what is pending; the database is not asked.")
    @Nullable String range;

    @Option(names = "--json", description = "Print JSON.")
    boolean json;

    @Option(names = "--sarif", description = "Print SARIF 2.1.0, which code scanning reads.")
    boolean sarif;

    @Override
    public int run(Session session) {
        if (json && sarif) {
            throw new UsageException("--json cannot be used with --sarif");
        }
        LintReport report =
                range == null ? session.migrator().lint() : session.migrator().lint(RevisionRange.parse(range));
        if (json) {
            Json.write(session.out(), LintLines.json(report));
        } else if (sarif) {
            Json.write(session.out(), Sarif.of(report, session.migrator().scripts()));
        } else {
            LintLines.print(report, session.out());
        }
        return report.hasErrors() ? ExitCode.CHECK_FAILED : ExitCode.DONE;
    }
}
