package dev.migrate.autoconfigure;

import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;

import dev.migrate.error.MigrateException;
import dev.migrate.run.RunListener;
import dev.migrate.run.RunReport;

/** What the last run of this process came to; safe for use by several threads. */
public final class LastRun implements RunListener {

    private final AtomicInteger count = new AtomicInteger();

    private volatile @Nullable MigrateException failure;

    LastRun() {}

    /** Returns how many runs have ended; it changes when a state that was read before may be out of date. */
    public int count() {
        return count.get();
    }

    /** Returns why the last run failed, or {@code null} if it did not or there was none. */
    public @Nullable MigrateException failure() {
        return failure;
    }

    @Override
    public void runFinished(RunReport report) {
        failure = null;
        count.incrementAndGet();
    }

    @Override
    public void runFailed(MigrateException cause) {
        failure = cause;
        count.incrementAndGet();
    }
}
