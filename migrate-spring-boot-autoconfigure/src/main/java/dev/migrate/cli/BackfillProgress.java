package dev.migrate.cli;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import dev.migrate.backfill.BackfillListener;
import dev.migrate.backfill.BackfillStatus;
import dev.migrate.error.MigrateException;

/** Shows how a backfill gets on: a bar at a terminal, a line every ten seconds in a pipe. */
final class BackfillProgress implements BackfillListener {

    private static final int WIDTH = 30;

    private static final Duration EVERY = Duration.ofSeconds(10);

    private final Channel err;

    private long told = System.nanoTime();

    BackfillProgress(Channel err) {
        this.err = err;
    }

    @Override
    public void started(BackfillStatus status) {
        line("Running backfill " + status.name() + " on " + status.table());
    }

    @Override
    public void progress(BackfillStatus status) {
        String text = status.name() + "  " + BackfillLines.progress(status);
        if (err.isLive()) {
            int done = WIDTH * status.percent() / 100;
            String bar = "[" + "#".repeat(done) + "-".repeat(WIDTH - done) + "] ";
            err.redraw(bar + text);
        } else if (System.nanoTime() - told >= EVERY.toNanos()) {
            told = System.nanoTime();
            err.line(text);
        }
    }

    @Override
    public void retried(String name, MigrateException failure, Duration pause) {
        line("  " + failure.getMessage() + "; trying again with fewer rows in " + Durations.text(pause) + ".");
    }

    @Override
    public void throttled(String name, @Nullable String why) {
        line("  " + (why == null ? "Going on." : why));
    }

    @Override
    public void ended(BackfillStatus status) {
        err.takeBack();
        if (status.state().isActive()) {
            // Told here, since the end of the process does not wait for longer than this.
            err.advice("Stopped behind a batch. `migrate backfill run " + status.name() + "` goes on.");
        }
    }

    private void line(String text) {
        err.takeBack();
        err.line(text);
    }
}
