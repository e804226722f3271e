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
        for (RunListener listener : all) {
            listener.runStarted(plan);
        }
    }

    @Override
    public void runFinished(RunReport report) {
        for (RunListener listener : all) {
            listener.runFinished(report);
        }
    }

    @Override
    public void runFailed(MigrateException failure) {
        for (RunListener listener : all) {
            listener.runFailed(failure);
        }
    }

    @Override
    public void waitingForServer(MigrateException failure, Duration waited) {
        for (RunListener listener : all) {
            listener.waitingForServer(failure, waited);
        }
    }

    @Override
    public void waitingForLock(@Nullable LockHolder holder, Duration waited) {
        for (RunListener listener : all) {
            listener.waitingForLock(holder, waited);
        }
    }

    @Override
    public void lockAcquired(Duration waited) {
        for (RunListener listener : all) {
            listener.lockAcquired(waited);
        }
    }

    @Override
    public void stepStarted(Step step) {
        for (RunListener listener : all) {
            listener.stepStarted(step);
        }
    }

    @Override
    public void stepFinished(Step step, Duration duration) {
        for (RunListener listener : all) {
            listener.stepFinished(step, duration);
        }
    }

    @Override
    public void stepFailed(Step step, MigrateException failure) {
        for (RunListener listener : all) {
            listener.stepFailed(step, failure);
        }
    }

    @Override
    public void stepRetried(Step step, MigrateException failure, Duration pause) {
        for (RunListener listener : all) {
            listener.stepRetried(step, failure, pause);
        }
    }

    @Override
    public void stepBlocked(Step step, List<BlockingSession> blockers) {
        for (RunListener listener : all) {
            listener.stepBlocked(step, blockers);
        }
    }

    @Override
    public void stepProgress(Step step, StatementProgress progress) {
        for (RunListener listener : all) {
            listener.stepProgress(step, progress);
        }
    }

    @Override
    public void notice(Step step, String message) {
        for (RunListener listener : all) {
            listener.notice(step, message);
        }
    }

    @Override
    public void warning(String message) {
        for (RunListener listener : all) {
            listener.warning(message);
        }
    }
}
