package dev.migrate.autoconfigure;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.migrate.Migrator;
import dev.migrate.dialect.LockHolder;
import dev.migrate.error.MigrateException;
import dev.migrate.run.MigrationState;
import dev.migrate.run.MigrationStatus;
import dev.migrate.run.UnreachableException;

/** Waits until another process has upgraded the database ({@code migrate.when-behind=wait}). */
final class OtherProcess {

    private static final Logger LOG = LoggerFactory.getLogger(OtherProcess.class);

    private static final int PAUSE_MILLIS = 500;

    private static final Duration REPORT = Duration.ofSeconds(10);

    private final Migrator migrator;

    private final Duration patience;

    private boolean away;

    /**
     * Creates one.
     *
     * @param patience how long nothing may move
     */
    OtherProcess(Migrator migrator, Duration patience) {
        this.migrator = migrator;
        this.patience = patience;
    }

    /**
     * Returns the first state that waiting does not change.
     *
     * @throws MigrateException if nothing has moved for too long, or the database cannot be read
     */
    MigrationStatus await() {
        MigrationStatus status = migrator.awaitStatus();
        MigrationStatus seen = status;
        long moved = System.nanoTime();
        long reported = moved - REPORT.toNanos();
        while (!status.servesWhileBehind()
                && (status.state() == MigrationState.BEHIND || status.state() == MigrationState.RUNNING)) {
            long now = System.nanoTime();
            if (hasMoved(seen, status)) {
                seen = status;
                moved = now;
            }
            if (now - moved >= patience.toNanos()) {
                throw tooLong(status);
            }
            if (now - reported >= REPORT.toNanos()) {
                LOG.info("migrate: waiting for another process: {}", StateText.of(status));
                reported = now;
            }
            pause();
            status = look(status);
        }
        return status;
    }

    /** Returns the state, or that of before while the server is away: it may be restarted, or another one takes its place. */
    private MigrationStatus look(MigrationStatus before) {
        try {
            MigrationStatus status = migrator.status();
            away = false;
            return status;
        } catch (UnreachableException e) {
            if (!away) {
                LOG.warn("migrate: waiting for the server, too: {}", e.getMessage());
            }
            away = true;
            return before;
        }
    }

    private static boolean hasMoved(MigrationStatus before, MigrationStatus now) {
        return !now.current().equals(before.current()) || LockHolder.haveMoved(before.holder(), now.holder());
    }

    private MigrateException tooLong(MigrationStatus status) {
        return new MigrateException(
                "No other process has upgraded the database within " + patience.toSeconds() + " s",
                List.of(StateText.of(status)),
                "Look at the process that is to run `migrate upgrade`; migrate.lock-wait is how long a start waits for it.",
                null);
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS + ThreadLocalRandom.current().nextInt(PAUSE_MILLIS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MigrateException("Waiting for another process was interrupted", null);
        }
    }
}
