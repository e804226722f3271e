package dev.migrate.run;

import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.migrate.dialect.BlockingSession;
import dev.migrate.dialect.LockHolder;
import dev.migrate.dialect.StatementProgress;
import dev.migrate.error.MigrateException;
import dev.migrate.revision.Plan;
import dev.migrate.revision.Step;

/** Told what a run does, on the thread that runs unless a method says otherwise; an exception of a listener ends the run there. */
public interface RunListener {

    /** There is something to do, and the lock is held. */
    default void runStarted(Plan plan) {}

    /** Everything is done. */
    default void runFinished(RunReport report) {}

    /** The run ended early; what was committed before stays. */
    default void runFailed(MigrateException failure) {}

    /**
     * The server cannot be reached, and is waited for; told at first and then every ten seconds.
     *
     * @param failure what the last attempt came to
     * @param waited how long so far
     */
    default void waitingForServer(MigrateException failure, Duration waited) {}

    /**
     * Another session holds the lock; told at first and then every ten seconds.
     *
     * @param holder who holds it, or {@code null} if it was given back just now
     * @param waited how long so far
     */
    default void waitingForLock(@Nullable LockHolder holder, Duration waited) {}

    /** The lock is held. */
    default void lockAcquired(Duration waited) {}

    /** A step begins. */
    default void stepStarted(Step step) {}

    /** A step is committed, or carried out inside the one transaction of the run. */
    default void stepFinished(Step step, Duration duration) {}

    /** A step failed, and nothing more will be tried. */
    default void stepFailed(Step step, MigrateException failure) {}

    /** A step failed because of somebody else, and is tried again after a pause. */
    default void stepRetried(Step step, MigrateException failure, Duration pause) {}

    /**
     * A step that takes long waits for others; told from another thread, and again when these are others.
     *
     * @param blockers for whom it waits, never empty
     */
    default void stepBlocked(Step step, List<BlockingSession> blockers) {}

    /** A step that takes long has come so far; told about every second, from another thread. */
    default void stepProgress(Step step, StatementProgress progress) {}

    /** The database said something while a step ran, {@code RAISE NOTICE} for example. */
    default void notice(Step step, String message) {}

    /** Something is not right, and the run goes on. */
    default void warning(String message) {}
}
