package dev.migrate.run;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import dev.migrate.dialect.DatabaseFailure;
import dev.migrate.dialect.Dialect;
import dev.migrate.error.MigrateException;
import dev.migrate.operation.Operation;
import dev.migrate.revision.Direction;
import dev.migrate.revision.Plan;
import dev.migrate.revision.Step;
import dev.migrate.revision.Target;
import dev.migrate.script.ScriptDirectory;

/** Carries out a plan: one lock, one connection, step by step. */
public final class MigrationRunner {

    private final ScriptDirectory scripts;

    private final RunSettings settings;

    private final RunListener listener;

    private final Preflight preflight;

    private final StatusReader reader;

    private final RunStop stop;

    private final Gate gate;

    /** Runs these scripts, none of which waits for anything; only the end of the process stops them. */
    public MigrationRunner(ScriptDirectory scripts, RunSettings settings, RunListener listener) {
        this(scripts, settings, listener, new RunControl(new RunStop(), Prerequisites.none()));
    }

    /**
     * Runs these scripts.
     *
     * @param control what may end a run, or hold a part of it back
     */
    public MigrationRunner(ScriptDirectory scripts, RunSettings settings, RunListener listener, RunControl control) {
        this.stop = control.stop();
        this.gate = new Gate(scripts, control.prerequisites());
        this.scripts = scripts;
        this.settings = settings;
        this.listener = listener;
        this.preflight = new Preflight(scripts, settings, listener);
        this.reader = new StatusReader(scripts);
    }

    /** Returns what a run would do now, after all its checks. */
    public Plan plan(Session session, Direction direction, Target target) throws SQLException {
        MigrationStatus status = reader.status(session);
        Plan plan = preflight.plan(status, direction, target, session);
        preflight.checkComplete(status, plan, session.dialect());
        Gate.Passage passage = gate.through(session, plan);
        passage.heldBack().forEach(held -> listener.warning(held.message() + ". " + held.hint()));
        return passage.plan();
    }

    /**
     * Brings the database to the target.
     *
     * @throws MigrateException if a check fails, the lock is not obtained, or a statement fails
     */
    public RunReport run(Session session, Direction direction, Target target, WhenAhead whenAhead) throws SQLException {
        MigrationStatus status = reader.statusBeforeRun(session);
        if (status.state() == MigrationState.AHEAD && whenAhead == WhenAhead.ALLOW) {
            return RunReport.untouched(status);
        }
        Plan whole = preflight.plan(status, direction, target, session);
        if (status.state() != MigrationState.RUNNING) {
            preflight.checkComplete(status, whole, session.dialect());
        }
        Gate.Passage passage = gate.through(session, whole);
        Plan plan = passage.plan();
        if (plan.isEmpty()) {
            return new RunReport(
                    direction, plan.from(), List.of(), plan.to(), status.applied(), passage.heldBack(), false);
        }
        try (RunStop.Guard guard = stop.guard();
                RunLock lock = RunLock.acquire(session, settings, listener, stop)) {
            return all(session, direction, target, lock);
        } catch (MigrateException e) {
            listener.runFailed(e);
            throw e;
        } catch (SQLException e) {
            MigrateException failure = session.explain(e);
            listener.runFailed(failure);
            throw failure;
        }
    }

    /** What was held back for a table that did not exist may go through once it does, and is empty. */
    private RunReport all(Session session, Direction direction, Target target, RunLock lock) throws SQLException {
        RunReport report = locked(session, direction, target, lock);
        while (!report.heldBack().isEmpty()) {
            RunReport next = locked(session, direction, target, lock);
            if (next.steps().isEmpty()) {
                return report;
            }
            report = report.followedBy(next);
        }
        return report;
    }

    /** Everything is read again: another run may have finished while this one waited. */
    private RunReport locked(Session before, Direction direction, Target target, RunLock lock) throws SQLException {
        Session session = before.refreshed(lock);
        MigrationStatus status = reader.statusUnderLock(session);
        Plan whole = preflight.plan(status, direction, target, session);
        preflight.checkComplete(status, whole, session.dialect());
        Gate.Passage passage = gate.through(session, whole);
        Plan plan = passage.plan();
        if (plan.isEmpty()) {
            return new RunReport(
                    direction, plan.from(), List.of(), plan.to(), status.applied(), passage.heldBack(), false);
        }
        listener.runStarted(plan);
        new BookWriter(session).create();
        List<StepReport> reports = carryOut(new Run(scripts, session, settings, listener, stop), plan, lock);
        int applied = status.applied() + (direction == Direction.UPGRADE ? reports.size() : -reports.size());
        RunReport report =
                new RunReport(direction, plan.from(), reports, plan.to(), applied, passage.heldBack(), false);
        listener.runFinished(report);
        return report;
    }

    private List<StepReport> carryOut(Run run, Plan plan, RunLock lock) throws SQLException {
        JdbcSink sink = JdbcSink.forSteps(run, lock);
        try (Watch watch = Watch.over(run, lock.sessionId())) {
            StepRunner steps = new StepRunner(run, sink, watch);
            List<StepReport> reports = settings.transaction() == TransactionMode.SINGLE
                    ? together(run, sink, plan, () -> each(steps, plan, lock))
                    : each(steps, plan, lock);
            sink.restoreSettings();
            return reports;
        }
    }

    private List<StepReport> each(StepRunner steps, Plan plan, RunLock lock) throws SQLException {
        List<StepReport> reports = new ArrayList<>();
        for (Step step : plan.steps()) {
            stop.check();
            if (!StepStatements.section(scripts.script(step.revision().id()), step.direction())
                    .transactional()) {
                lock.check();
            }
            reports.add(steps.run(step, plan));
        }
        return reports;
    }

    /** Everything is rolled back before anything is tried again. */
    private List<StepReport> together(Run run, JdbcSink sink, Plan plan, AllSteps all) throws SQLException {
        RetryLadder ladder = new RetryLadder(settings.retryFor());
        while (true) {
            try {
                return inOne(run.session(), sink, plan, all);
            } catch (StatementFailedException e) {
                Duration pause = e.isRetryable() ? ladder.next() : null;
                if (pause == null) {
                    if (e.isRetryable()) {
                        listener.stepFailed(e.step(), e);
                    }
                    throw e;
                }
                listener.stepRetried(e.step(), e, pause);
                stop.pause(pause);
            }
        }
    }

    private List<StepReport> inOne(Session session, JdbcSink sink, Plan plan, AllSteps all) throws SQLException {
        List<Operation> operations = plan.steps().stream()
                .flatMap(step ->
                        StepStatements.section(scripts.script(step.revision().id()), step.direction())
                                .operations()
                                .stream())
                .toList();
        Dialect.Restoration after = session.dialect().beforeTransaction(session.connection(), operations);
        try {
            session.connection().setAutoCommit(false);
            List<StepReport> reports = all.run();
            commit(session, sink, plan);
            return reports;
        } catch (SQLException | RuntimeException e) {
            sink.rollback();
            throw e;
        } finally {
            after.restore();
        }
    }

    @FunctionalInterface
    private interface AllSteps {
        List<StepReport> run() throws SQLException;
    }

    /** Deferred constraints are checked only now. */
    private static void commit(Session session, JdbcSink sink, Plan plan) throws SQLException {
        try {
            session.connection().commit();
            session.connection().setAutoCommit(true);
        } catch (SQLException e) {
            sink.rollback();
            DatabaseFailure failure = session.dialect().explain(e);
            if (failure.kind() == DatabaseFailure.Kind.DISCONNECTED) {
                throw e;
            }
            throw new MigrateException(
                    failure.message(),
                    List.of("At the commit. Nothing of this run was applied; the database is at " + plan.from() + "."),
                    "Correct the scripts and run again.",
                    e);
        }
    }
}
