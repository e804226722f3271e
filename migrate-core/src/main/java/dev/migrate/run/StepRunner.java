package dev.migrate.run;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;

import org.slf4j.LoggerFactory;

import dev.migrate.dialect.DatabaseFailure;
import dev.migrate.dialect.Dialect;
import dev.migrate.error.MigrateException;
import dev.migrate.revision.Plan;
import dev.migrate.revision.Step;
import dev.migrate.script.RevisionScript;
import dev.migrate.script.ScriptDirectory;
import dev.migrate.script.Section;

/** Runs one step, again if others were in the way, and says exactly where it failed. */
final class StepRunner {

    private static final Set<String> GOES_ON = Set.of("started", "failed", "resolved");

    private final ScriptDirectory scripts;

    private final Session session;

    private final RunSettings settings;

    private final RunListener listener;

    private final JdbcSink sink;

    private final StepStatements statements;

    private final StepFailures failures;

    StepRunner(ScriptDirectory scripts, Session session, RunSettings settings, RunListener listener, JdbcSink sink) {
        this.scripts = scripts;
        this.session = session;
        this.settings = settings;
        this.listener = listener;
        this.sink = sink;
        this.statements = new StepStatements(scripts, session, settings);
        this.failures = new StepFailures(scripts, session.dialect(), settings, statements);
    }

    StepReport run(Step step, Plan plan) throws SQLException {
        RevisionScript script = scripts.script(step.revision().id());
        Section section = StepStatements.section(script, step.direction());
        long start = System.nanoTime();
        int first = statements.together(section) ? 1 : firstStatement(step, script);
        RetryLadder ladder = new RetryLadder(settings.retryFor());
        listener.stepStarted(step);
        while (true) {
            Dialect.Restoration after = session.dialect().beforeTransaction(session.connection(), section.operations());
            try {
                statements.send(step, first, sink);
                Duration duration = Duration.ofNanos(System.nanoTime() - start);
                listener.stepFinished(step, duration);
                return new StepReport(step, duration);
            } catch (SQLException | MigrateException e) {
                sink.rollback();
                if (!(e instanceof SQLException sql)) {
                    listener.stepFailed(step, (MigrateException) e);
                    throw e;
                }
                DatabaseFailure failure = session.dialect().explain(sql);
                MigrateException told = failures.tell(step, plan, sql, failure);
                Duration pause = mayRetry(section, sql, failure) ? ladder.next() : null;
                if (pause == null) {
                    record(step, sql, failure);
                    listener.stepFailed(step, told);
                    throw told;
                }
                first = Math.max(first, statements.together(section) ? 1 : StepStatements.number(sql));
                sink.begun(first);
                listener.stepRetried(step, told, pause);
                RunLock.pause(pause.toMillis());
            } finally {
                after.restore();
            }
        }
    }

    /** What is rolled back may run again, and so may what the catalog tells of. */
    private boolean mayRetry(Section section, SQLException cause, DatabaseFailure failure) {
        if (failure.kind() != DatabaseFailure.Kind.RETRYABLE
                || settings.transaction() != TransactionMode.PER_REVISION) {
            return false;
        }
        return section.transactional()
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
