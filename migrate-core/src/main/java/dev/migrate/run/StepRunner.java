package dev.migrate.run;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

import dev.migrate.dialect.BlockingSession;
import dev.migrate.dialect.DatabaseFailure;
import dev.migrate.dialect.Dialect;
import dev.migrate.error.MigrateException;
import dev.migrate.revision.Plan;
import dev.migrate.revision.Step;
import dev.migrate.script.RevisionScript;
import dev.migrate.script.Section;

/** Runs one step, again if others were in the way, and says exactly where it failed. */
final class StepRunner {

    private static final Set<String> GOES_ON = Set.of("started", "failed", "resolved");

    private final Run run;

    private final Session session;

    private final RunListener listener;

    private final JdbcSink sink;

    private final @Nullable Watch watch;

    private final StepStatements statements;

    StepRunner(Run run, JdbcSink sink, @Nullable Watch watch) {
        this.run = run;
        this.session = run.session();
        this.listener = run.listener();
        this.sink = sink;
        this.watch = watch;
        this.statements = new StepStatements(run.scripts(), session, run.settings());
    }

    StepReport run(Step step, Plan plan) throws SQLException {
        RevisionScript script = run.scripts().script(step.revision().id());
        Section section = StepStatements.section(script, step.direction());
        long start = System.nanoTime();
        int first = statements.together(section) ? 1 : firstStatement(step, script);
        RetryLadder ladder = new RetryLadder(run.settings().retryFor());
        listener.stepStarted(step);
        while (true) {
            try {
                attempt(step, section, first);
                Duration duration = Duration.ofNanos(System.nanoTime() - start);
                listener.stepFinished(step, duration);
                return new StepReport(step, duration);
            } catch (MigrateException e) {
                listener.stepFailed(step, e);
                throw e;
            } catch (SQLException e) {
                first = Math.max(first, statements.together(section) ? 1 : StepStatements.number(e));
                pauseOrFail(step, plan, e, ladder);
                sink.begun(first);
            }
        }
    }

    private void attempt(Step step, Section section, int first) throws SQLException {
        Dialect.Restoration after = session.dialect().beforeTransaction(session.connection(), section.operations());
        try {
            if (watch != null) {
                watch.begin(step);
            }
            statements.send(step, first, sink);
        } catch (SQLException | RuntimeException e) {
            sink.rollback();
            throw e;
        } finally {
            if (watch != null) {
                watch.end();
            }
            after.restore();
        }
    }

    /** Pauses before the next attempt if there may be one, and otherwise tells why there is none. */
    private void pauseOrFail(Step step, Plan plan, SQLException cause, RetryLadder ladder) {
        DatabaseFailure failure = session.dialect().explain(cause);
        List<BlockingSession> blockers =
                watch == null || failure.kind() != DatabaseFailure.Kind.RETRYABLE ? List.of() : watch.end();
        StepFailures.Attempt attempt = new StepFailures.Attempt(step, plan, blockers);
        StatementFailedException told = new StepFailures(run.scripts(), session.dialect(), run.settings(), statements)
                .tell(attempt, cause, failure);
        if (run.stop().isRequested()) {
            record(step, cause, failure);
            MigrateException stopped = RunStop.stopped(told.details());
            listener.stepFailed(step, stopped);
            throw stopped;
        }
        if (told.isRetryable() && run.settings().transaction() == TransactionMode.SINGLE) {
            throw told;
        }
        Duration pause = mayRetry(step, cause, failure) ? ladder.next() : null;
        if (pause == null) {
            record(step, cause, failure);
            listener.stepFailed(step, told);
            throw told;
        }
        listener.stepRetried(step, told, pause);
        run.stop().pause(pause);
    }

    /** What is rolled back may run again, and so may what the catalog tells of. */
    private boolean mayRetry(Step step, SQLException cause, DatabaseFailure failure) {
        if (failure.kind() != DatabaseFailure.Kind.RETRYABLE) {
            return false;
        }
        RevisionScript script = run.scripts().script(step.revision().id());
        return StepStatements.section(script, step.direction()).transactional()
                || (cause instanceof FailedPart failed
                        && LonePart.of(failed.part(), session.dialect()).resumable());
    }

    /** A statement outside a transaction may have run before: the history tells where to go on. */
    private int firstStatement(Step step, RevisionScript script) throws SQLException {
        HistoryRow last = new Books(session).lastOf(script.id());
        if (last == null
                || last.direction() != step.direction()
                || last.statement() < 1
                || !GOES_ON.contains(last.event())) {
            return 1;
        }
        if (last.statement() > 1
                && !script.checksum().equals(last.checksum())
                && !statements.checksumBefore(step, last.statement()).equals(last.checksum())) {
            throw new MigrateException(
                    "The script of revision " + script.id() + " was changed after its first " + (last.statement() - 1)
                            + " statements had run outside a transaction",
                    "Restore the script, or put the change into a new revision.");
        }
        sink.begun(last.event().equals("started") ? last.statement() : 0);
        return last.statement();
    }

    private void record(Step step, SQLException cause, DatabaseFailure failure) {
        if (failure.kind() == DatabaseFailure.Kind.DISCONNECTED) {
            return;
        }
        try {
            new JdbcSink(session, TransactionMode.PER_REVISION, listener)
                    .transaction(List.of(statements.failed(step, StepStatements.number(cause), failure)));
        } catch (SQLException e) {
            // The failure itself is what people must see; its record is a convenience.
            LoggerFactory.getLogger(StepRunner.class).debug("The failure could not be recorded", e);
        }
    }
}
