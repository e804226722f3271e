package dev.migrate.actuate;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

import dev.migrate.backfill.BackfillListener;
import dev.migrate.backfill.BackfillStatus;
import dev.migrate.error.MigrateException;

/** Measures the batches of this process, and how far each backfill has come. */
final class BackfillMetrics implements BackfillListener {

    private static final String TAG = "backfill";

    private final ObjectProvider<MeterRegistry> meters;

    private final Map<String, BackfillStatus> last = new ConcurrentHashMap<>();

    BackfillMetrics(ObjectProvider<MeterRegistry> meters) {
        this.meters = meters;
    }

    @Override
    public void started(BackfillStatus status) {
        progress(status);
    }

    @Override
    public void batch(String name, long rows, Duration duration) {
        MeterRegistry registry = meters.getIfUnique();
        if (registry != null) {
            registry.timer("migrate.backfill.batch", TAG, name).record(duration);
            registry.counter("migrate.backfill.rows", TAG, name).increment((double) rows);
        }
    }

    @Override
    public void retried(String name, MigrateException failure, Duration pause) {
        MeterRegistry registry = meters.getIfUnique();
        if (registry != null) {
            registry.counter("migrate.backfill.retries", TAG, name).increment();
        }
    }

    @Override
    public void progress(BackfillStatus status) {
        MeterRegistry registry = meters.getIfUnique();
        if (last.put(status.name(), status) == null && registry != null) {
            Gauge.builder("migrate.backfill.progress", () -> share(status.name()))
                    .description("Share of the rows that were processed, from 0 to 1")
                    .tag(TAG, status.name())
                    .register(registry);
        }
    }

    @Override
    public void ended(BackfillStatus status) {
        progress(status);
    }

    private @Nullable Number share(String name) {
        BackfillStatus status = last.get(name);
        return status == null ? null : status.percent() / 100.0;
    }
}
