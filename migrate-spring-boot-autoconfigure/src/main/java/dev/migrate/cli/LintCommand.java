package dev.migrate.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import dev.migrate.lint.LintReport;
import dev.migrate.lint.trace.TracedStatement;
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

    @Option(
            names = "--trace",
            arity = "0..1",
            paramLabel = "URL",
            fallbackValue = "",
            description =
                    "Run what is pending on a copy and tell what the server says. The JDBC URL of an empty database or"
                            + " of a copy; without one an embedded PostgreSQL is started.")
    @Nullable String trace;

    @Override
    public int run(Session session) {
        check();
        LintReport report =
                range == null ? session.migrator().lint() : session.migrator().lint(RevisionRange.parse(range));
        List<TracedStatement> traced = trace == null ? List.of() : Copy.trace(session, trace);
        if (json) {
            Map<String, @Nullable Object> all = new LinkedHashMap<>(LintLines.json(report));
            if (trace != null) {
                all.put("trace", traced.stream().map(TraceLines::json).toList());
            }
            Json.write(session.out(), all);
        } else if (sarif) {
            Json.write(session.out(), Sarif.of(report, session.migrator().scripts()));
        } else {
            TraceLines.print(traced, session.out());
            LintLines.print(report, session.out());
        }
        UnbuiltLines.print(session, "linted");
        return report.hasErrors() ? ExitCode.CHECK_FAILED : ExitCode.DONE;
    }

    private void check() {
        if (sarif && (json || trace != null)) {
            throw new UsageException("--sarif cannot be used with " + (json ? "--json" : "--trace"));
        }
        if (trace != null && range != null) {
            throw new UsageException("--trace is about what is pending, not about a range");
        }
    }
}
