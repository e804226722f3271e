package dev.migrate.cli;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

import org.jspecify.annotations.Nullable;

import dev.migrate.dialect.BlockingSession;
import dev.migrate.dialect.LockHolder;
import dev.migrate.dialect.StatementProgress;
import dev.migrate.error.MigrateException;
import dev.migrate.revision.Heads;
import dev.migrate.revision.Plan;
import dev.migrate.revision.Step;
import dev.migrate.run.RunListener;
import dev.migrate.run.RunReport;

/** Shows a run step by step: whole lines in a pipe, a line with a running clock at a terminal. */
final class Progress implements RunListener {

    private static final Duration TICK = Duration.ofMillis(200);

    private static final Duration REPORT = Duration.ofSeconds(10);

    private final Channel err;

    private final ReentrantLock lock = new ReentrantLock();

    private StepLines lines = new StepLines(new Plan(Heads.none(), List.of()));

    private @Nullable String label;

    private long started;

    private long reported;

    /** What a long statement is doing, behind the clock. */
    private String phase = "";

    private @Nullable Thread clock;

    Progress(Channel err) {
        this.err = err;
    }

    @Override
    public void runStarted(Plan plan) {
        lines = new StepLines(plan);
    }

    @Override
    public void runFinished(RunReport report) {
        stopClock();
    }

    @Override
    public void runFailed(MigrateException failure) {
        stopClock();
        interrupt(() -> {});
        label = null;
    }

    @Override
    public void stepStarted(Step step) {
        locked(() -> {
            label = StepLines.label(step);
            started = System.nanoTime();
            reported = started;
            phase = "";
            if (err.isLive()) {
                draw();
                startClock();
            } else {
                err.begin(label);
            }
        });
    }

    @Override
    public void stepFinished(Step step, Duration duration) {
        locked(() -> {
            String text = StepLines.label(step);
            String behind = lines.behind(text, duration);
            if (err.isLive()) {
                err.line(Channel.REDRAW + text + behind);
            } else {
                err.end(behind, text + behind);
            }
            label = null;
        });
    }

    @Override
    public void stepFailed(Step step, MigrateException failure) {
        interrupt(() -> {});
        locked(() -> label = null);
    }

    @Override
    public void stepRetried(Step step, MigrateException failure, Duration pause) {
        interrupt(() -> err.line("  " + failure.getMessage() + "; trying again in " + Durations.text(pause) + "."));
    }

    @Override
    public void stepBlocked(Step step, List<BlockingSession> blockers) {
        interrupt(() -> blockers.forEach(blocker -> err.line("  Waiting for " + blocker.describe() + ".")));
    }

    @Override
    public void stepProgress(Step step, StatementProgress progress) {
        locked(() -> {
            if (err.isLive()) {
                phase = " (" + progress.describe() + ")";
            } else if (System.nanoTime() - reported >= REPORT.toNanos()) {
                reported = System.nanoTime();
                interrupt(() -> err.line("  " + progress.describe()));
            }
        });
    }

    @Override
    public void notice(Step step, String message) {
        interrupt(() -> message.lines().forEach(line -> err.line("  " + line)));
    }

    @Override
    public void warning(String message) {
        interrupt(() -> err.advice(err.paint(Colour.ATTENTION, "WARNING:") + " " + message));
    }

    @Override
    public void waitingForServer(MigrateException failure, Duration waited) {
        String since = waited.toSeconds() == 0 ? "" : ", for " + Durations.text(waited);
        interrupt(() -> err.line("Waiting for the server" + since + ". " + failure.getMessage()));
    }

    @Override
    public void waitingForLock(@Nullable LockHolder holder, Duration waited) {
        String by = holder == null ? "" : ", held by " + holder.describe();
        String since = waited.toSeconds() == 0 ? "" : ", for " + Durations.text(waited);
        interrupt(() -> err.line("Waiting for the lock of another run" + by + since + "."));
    }

    @Override
    public void lockAcquired(Duration waited) {
        if (waited.toSeconds() > 0) {
            interrupt(() -> err.line("Obtained the lock after " + Durations.text(waited) + "."));
        }
    }

    /** Ends the line of the running step, so that another can be written. */
    private void interrupt(Runnable write) {
        locked(() -> {
            err.end(err.isLive() ? Channel.REDRAW + label : "");
            write.run();
        });
    }

    private void draw() {
        if (label != null) {
            Duration elapsed = Duration.ofNanos(System.nanoTime() - started);
            String text = elapsed.toSeconds() == 0 ? label : label + lines.behind(label, elapsed) + phase;
            err.redraw(text);
        }
    }

    private void startClock() {
        if (clock == null) {
            clock = new Thread(this::tick, "migrate-progress");
            clock.setDaemon(true);
            clock.start();
        }
    }

    private void stopClock() {
        locked(() -> {
            if (clock != null) {
                clock.interrupt();
                clock = null;
            }
        });
    }

    private void tick() {
        try {
            while (true) {
                Thread.sleep(TICK.toMillis());
                locked(this::draw);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void locked(Runnable action) {
        lock.lock();
        try {
            action.run();
        } finally {
            lock.unlock();
        }
    }
}
