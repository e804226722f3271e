package dev.migrate.run;

import java.sql.SQLException;
import java.util.List;

import dev.migrate.revision.Direction;
import dev.migrate.revision.Heads;
import dev.migrate.revision.Plan;
import dev.migrate.revision.Planner;
import dev.migrate.revision.Step;
import dev.migrate.revision.Target;
import dev.migrate.script.ScriptDirectory;

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
        this.sink = new SqlTextSink(out, session.dialect().scriptStyle(), settings.transaction());
    }

    /** Prints the run. */
    public void run(Direction direction, Target target, Heads from) throws SQLException {
        MigrationStatus status = new MigrationStatus(
                MigrationState.BEHIND,
                new DatabaseInfo("", "", "", ""),
                from,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
        Plan plan = new Preflight(scripts, settings, new RunListener() {}).plan(status, direction, target, session);
        open(from);
        if (settings.transaction() == TransactionMode.SINGLE) {
            sink.begin();
        }
        StepStatements statements = new StepStatements(scripts, session, settings);
        for (Step step : plan.steps()) {
            statements.send(step, 1, sink);
        }
        if (settings.transaction() == TransactionMode.SINGLE) {
            sink.commit();
        }
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
