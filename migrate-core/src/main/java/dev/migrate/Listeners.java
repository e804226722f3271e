package dev.migrate;

import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.migrate.dialect.BlockingSession;
import dev.migrate.dialect.LockHolder;
import dev.migrate.dialect.StatementProgress;
import dev.migrate.error.MigrateException;
import dev.migrate.revision.Plan;
import dev.migrate.revision.Step;
import dev.migrate.run.RunListener;
import dev.migrate.run.RunReport;

/** Several listeners as one, told in their order. */
record Listeners(List<RunListener> all) implements RunListener {

    @Override
    public void runStarted(Plan plan) {
        all.forEach(listener -> listener.runStarted(plan));
    }

    @Override
    public void runFinished(RunReport report) {
        all.forEach(listener -> listener.runFinished(report));
    }

    @Override
    public void runFailed(MigrateException failure) {
        all.forEach(listener -> listener.runFailed(failure));
    }

    @Override
    public void waitingForLock(@Nullable LockHolder holder, Duration waited) {
        all.forEach(listener -> listener.waitingForLock(holder, waited));
    }

    @Override
    public void lockAcquired(Duration waited) {
        all.forEach(listener -> listener.lockAcquired(waited));
    }

    @Override
    public void stepStarted(Step step) {
        all.forEach(listener -> listener.stepStarted(step));
    }

    @Override
    public void stepFinished(Step step, Duration duration) {
        all.forEach(listener -> listener.stepFinished(step, duration));
    }

    @Override
    public void stepFailed(Step step, MigrateException failure) {
        all.forEach(listener -> listener.stepFailed(step, failure));
    }

    @Override
    public void stepRetried(Step step, MigrateException failure, Duration pause) {
        all.forEach(listener -> listener.stepRetried(step, failure, pause));
    }

    @Override
    public void stepBlocked(Step step, List<BlockingSession> blockers) {
        all.forEach(listener -> listener.stepBlocked(step, blockers));
    }

    @Override
    public void stepProgress(Step step, StatementProgress progress) {
        all.forEach(listener -> listener.stepProgress(step, progress));
    }

    @Override
    public void notice(Step step, String message) {
        all.forEach(listener -> listener.notice(step, message));
    }

    @Override
    public void warning(String message) {
        all.forEach(listener -> listener.warning(message));
    }
}
