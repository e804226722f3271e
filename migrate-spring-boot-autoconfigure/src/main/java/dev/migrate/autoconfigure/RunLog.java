package dev.migrate.autoconfigure;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.migrate.dialect.BlockingSession;
import dev.migrate.dialect.LockHolder;
import dev.migrate.dialect.StatementProgress;
import dev.migrate.error.MigrateException;
import dev.migrate.revision.Direction;
import dev.migrate.revision.Heads;
import dev.migrate.revision.Step;
import dev.migrate.run.RunListener;

/** Writes to the application's log what a run does. */
final class RunLog implements RunListener {

    private static final Logger LOG = LoggerFactory.getLogger(RunLog.class);

    private static final Duration PROGRESS_EVERY = Duration.ofSeconds(10);

    private final AtomicLong progressLogged = new AtomicLong(System.nanoTime());

    private final CommandWord word;

    RunLog(CommandWord word) {
        this.word = word;
    }

    @Override
    public void waitingForServer(MigrateException failure, Duration waited) {
        LOG.info("migrate: waiting for the server since {} s: {}", waited.toSeconds(), failure.getMessage());
    }

    @Override
    public void waitingForLock(@Nullable LockHolder holder, Duration waited) {
        LOG.info(
                "migrate: another instance is migrating, waiting since {} s: {}",
                waited.toSeconds(),
                holder == null ? "its session cannot be seen" : holder.describe());
    }

    @Override
    public void stepStarted(Step step) {
        progressLogged.set(System.nanoTime());
        boolean up = step.direction() == Direction.UPGRADE;
        Heads below = Heads.of(step.revision().revises());
        Heads own = Heads.of(step.revision().id());
        LOG.info(
                "migrate: Running {} {} -> {}, {}",
                up ? "upgrade" : "downgrade",
                up ? below : own,
                up ? own : below,
                step.revision().message());
    }

    @Override
    public void stepFinished(Step step, Duration duration) {
        LOG.debug("migrate: revision {} took {} ms", step.revision().id(), duration.toMillis());
    }

    @Override
    public void stepRetried(Step step, MigrateException failure, Duration pause) {
        LOG.warn(
                "migrate: revision {} is tried again in {} ms: {}",
                step.revision().id(),
                pause.toMillis(),
                FailureText.of(failure, word));
    }

    @Override
    public void stepBlocked(Step step, List<BlockingSession> blockers) {
        LOG.info(
                "migrate: revision {} waits for {}",
                step.revision().id(),
                blockers.stream().map(BlockingSession::describe).collect(Collectors.joining("; ")));
    }

    @Override
    public void stepProgress(Step step, StatementProgress progress) {
        long now = System.nanoTime();
        long last = progressLogged.get();
        if (now - last >= PROGRESS_EVERY.toNanos() && progressLogged.compareAndSet(last, now)) {
            LOG.info("migrate: revision {}: {}", step.revision().id(), progress.describe());
        }
    }

    @Override
    public void notice(Step step, String message) {
        LOG.info("migrate: revision {}: {}", step.revision().id(), message);
    }

    @Override
    public void warning(String message) {
        LOG.warn("migrate: {}", word.in(message));
    }
}
