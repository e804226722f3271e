package dev.migrate.autoconfigure;

import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.migrate.backfill.BackfillListener;
import dev.migrate.backfill.BackfillStatus;
import dev.migrate.error.MigrateException;

/** Several listeners as one, told in their order. */
record BackfillListeners(List<BackfillListener> all) implements BackfillListener {

    @Override
    public void started(BackfillStatus status) {
        all.forEach(listener -> listener.started(status));
    }

    @Override
    public void batch(String name, long rows, Duration duration) {
        all.forEach(listener -> listener.batch(name, rows, duration));
    }

    @Override
    public void progress(BackfillStatus status) {
        all.forEach(listener -> listener.progress(status));
    }

    @Override
    public void retried(String name, MigrateException failure, Duration pause) {
        all.forEach(listener -> listener.retried(name, failure, pause));
    }

    @Override
    public void throttled(String name, @Nullable String why) {
        all.forEach(listener -> listener.throttled(name, why));
    }

    @Override
    public void ended(BackfillStatus status) {
        all.forEach(listener -> listener.ended(status));
    }
}
