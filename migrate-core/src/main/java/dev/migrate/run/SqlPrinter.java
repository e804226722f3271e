package dev.migrate.run;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import dev.migrate.dialect.Dialect;
import dev.migrate.error.MigrateException;
import dev.migrate.revision.Direction;
import dev.migrate.revision.Heads;
import dev.migrate.revision.Plan;
import dev.migrate.revision.Planner;
import dev.migrate.revision.Step;
import dev.migrate.revision.Target;
import dev.migrate.script.RevisionScript;
import dev.migrate.script.ScriptDirectory;
import dev.migrate.script.Section;

/** Prints what a run or a stamp would send, for the database's own client: the same lock, books and transactions. */
public final class SqlPrinter {

    private final ScriptDirectory scripts;

    private final RunSettings settings;

    private final Session session;

    private final SqlTextSink sink;

    /** Prints for the database of this session, which need not be connected. */
    public SqlPrinter(ScriptDirectory scripts, RunSettings settings, Session session, Appendable out) {
        this.scripts = scripts;
        this.settings = settings;
        this.session = session;
        Dialect dialect = session.dialect();
        this.sink = new SqlTextSink(out, dialect.scriptStyle(), settings.transaction(), dialect.resetSettings());
    }

    /**
     * Prints the run.
     *
     * @param prerequisites tell what its revisions wait for, which the script asks for itself when it runs
     */
    public void run(Direction direction, Target target, Heads from, Prerequisites prerequisites) throws SQLException {
        MigrationStatus status = new MigrationStatus(
                MigrationState.BEHIND,
                new DatabaseInfo("", "", "", ""),
                from,
                List.of(),
                0,
                List.of(),
                List.of(),
                List.of(),
                List.of());
        Plan plan = new Preflight(scripts, settings, new RunListener() {}).plan(status, direction, target, session);
        checkPrintable(plan);
        open(from);
        if (settings.transaction() == TransactionMode.SINGLE) {
            sink.begin();
        }
        StepStatements statements = new StepStatements(scripts, session, settings);
        for (Step step : plan.steps()) {
            require(step, prerequisites);
            statements.send(step, 1, sink);
        }
        if (settings.transaction() == TransactionMode.SINGLE) {
            sink.commit();
        }
    }

    private void require(Step step, Prerequisites prerequisites) {
        if (step.direction() == Direction.UPGRADE) {
            for (String backfill : scripts.script(step.revision().id()).requiresBackfills()) {
                sink.print("-- Revision " + step.revision().id() + " requires backfill " + backfill + "\n\n");
                prerequisites.guard(session, backfill).forEach(this::alone);
            }
        }
    }

    /** A script that lacks something would be taken for a whole one, so nothing is printed then. */
    private void checkPrintable(Plan plan) {
        List<String> details = new ArrayList<>();
        String first = "";
        for (Step step : plan.steps()) {
            RevisionScript script = scripts.script(step.revision().id());
            Section section = StepStatements.section(script, step.direction());
            for (RunPart part : SectionParts.of(script, section, session.dialect())) {
                if (!isPrintable(part)) {
                    first = first.isEmpty() ? script.id() : first;
                    details.add(script.id() + " at " + script.path() + ", " + StepFailures.operation(section, part)
                            + ": " + why(part));
                }
            }
        }
        if (!details.isEmpty()) {
            throw new MigrateException(
                    "This run cannot be printed as SQL: a part of it is known only while it runs",
                    details,
                    "Nothing was printed. Print what comes before " + first + ", run that one with the application, and"
                            + " print the rest with --from.",
                    null);
        }
    }

    static boolean isPrintable(RunPart part) {
        return part instanceof SqlStatement
                || (part instanceof SqlOnSight sight && !sight.wording().usual().isEmpty());
    }

    private static String why(RunPart part) {
        return part instanceof JavaCode ? "Java code is no SQL" : "it depends on what the database holds";
    }

    /** Prints the stamp. */
    public void stamp(List<Target> targets, Heads from) {
        Heads to = new Planner(scripts.graph()).stamp(from, targets);
        open(from);
        sink.transaction(BookWriter.stamp(session, settings, scripts, from, to));
    }

    /** Prints the creation of the tables. */
    public void ensureVersion() {
        session.dialect().createBooks(session.books(), session.surroundings()).forEach(this::alone);
    }

    /** A reviewed script must not run beside another run, nor on a database that has moved on since. */
    private void open(Heads from) {
        sink.open();
        session.dialect().takeLock(session.books()).forEach(this::alone);
        if (from.isEmpty()) {
            ensureVersion();
        }
        session.dialect()
                .require(
                        new Books(session).rowsAre(from),
                        "The database is not at " + from + ", for which this script was made")
                .forEach(this::alone);
    }

    private void alone(String sql) {
        sink.alone(SqlStatement.of(sql));
    }
}
