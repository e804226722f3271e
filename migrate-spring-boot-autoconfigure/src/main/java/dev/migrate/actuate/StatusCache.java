package dev.migrate.actuate;

import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;

import org.jspecify.annotations.Nullable;

import dev.migrate.Migrator;
import dev.migrate.autoconfigure.LastRun;
import dev.migrate.error.MigrateException;
import dev.migrate.run.MigrationStatus;

import static java.util.Objects.requireNonNull;

/** Keeps the state of the database for a while, so that probes and scrapes do not each read it. */
final class StatusCache {

    private final Migrator migrator;

    private final LastRun lastRun;

    private final Duration refresh;

    private final ReentrantLock lock = new ReentrantLock();

    private @Nullable Answer kept;

    StatusCache(Migrator migrator, LastRun lastRun, Duration refresh) {
        this.migrator = migrator;
        this.lastRun = lastRun;
        this.refresh = refresh;
    }

    /**
     * Returns the state, which is at most as old as configured and never older than the last run of this process.
     *
     * @throws MigrateException if the database could not be read
     */
    MigrationStatus status() {
        Answer answer = answer();
        if (answer.failure() != null) {
            throw answer.failure();
        }
        return requireNonNull(answer.status());
    }

    private Answer answer() {
        lock.lock();
        try {
            Answer answer = kept;
            if (answer == null || isOutdated(answer)) {
                answer = read();
                kept = answer;
            }
            return answer;
        } finally {
            lock.unlock();
        }
    }

    private boolean isOutdated(Answer answer) {
        return answer.runs() != lastRun.count() || System.nanoTime() - answer.at() >= refresh.toNanos();
    }

    private Answer read() {
        int runs = lastRun.count();
        try {
            MigrationStatus status = migrator.status();
            return new Answer(status, null, runs, System.nanoTime());
        } catch (MigrateException e) {
            return new Answer(null, e, runs, System.nanoTime());
        }
    }

    private record Answer(
            @Nullable MigrationStatus status, @Nullable MigrateException failure, int runs, long at) {}
}
