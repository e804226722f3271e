package dev.migrate.actuate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.ToDoubleFunction;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;

import dev.migrate.error.MigrateException;
import dev.migrate.revision.Direction;
import dev.migrate.revision.Plan;
import dev.migrate.revision.Step;
import dev.migrate.run.MigrationStatus;
import dev.migrate.run.RunListener;
import dev.migrate.run.RunReport;

/**
 * Measures runs and counts revisions.
 *
 * <p>The run of the start-up comes before the registries, which may themselves need the database: its times are kept and
 * recorded once everything is there. Later runs are observed while they happen.
 */
final class MigrationMetrics implements RunListener, SmartInitializingSingleton {

    private final ObjectProvider<MeterRegistry> meters;

    private final ObjectProvider<ObservationRegistry> observations;

    private final ObjectProvider<StatusCaches> caches;

    private final ReentrantLock lock = new ReentrantLock();

    private final List<Measurement> kept = new ArrayList<>();

    private @Nullable MeterRegistry registry;

    private Direction direction = Direction.UPGRADE;

    private @Nullable Measurement run;

    private @Nullable Measurement revision;

    MigrationMetrics(
            ObjectProvider<MeterRegistry> meters,
            ObjectProvider<ObservationRegistry> observations,
            ObjectProvider<StatusCaches> caches) {
        this.meters = meters;
        this.observations = observations;
        this.caches = caches;
    }

    @Override
    public void afterSingletonsInstantiated() {
        MeterRegistry found = meters.getIfUnique();
        if (found == null) {
            return;
        }
        gauge(found, "applied", MigrationStatus::applied);
        gauge(found, "pending", status -> status.pending().size());
        gauge(found, "unknown", status -> status.unknown().size());
        List<Measurement> early;
        lock.lock();
        try {
            registry = found;
            early = List.copyOf(kept);
            kept.clear();
        } finally {
            lock.unlock();
        }
        early.forEach(measurement -> measurement.record(found));
    }

    @Override
    public void runStarted(Plan plan) {
        direction = plan.isEmpty() ? Direction.UPGRADE : plan.steps().get(0).direction();
        run = start("migrate.run", direction, null);
    }

    @Override
    public void runFinished(RunReport report) {
        finish(run, null);
        run = null;
    }

    @Override
    public void runFailed(MigrateException failure) {
        finish(run, failure);
        run = null;
    }

    @Override
    public void stepStarted(Step step) {
        revision = start("migrate.revision", step.direction(), step.revision().id());
    }

    @Override
    public void stepFinished(Step step, Duration duration) {
        finish(revision, null);
        revision = null;
    }

    @Override
    public void stepFailed(Step step, MigrateException failure) {
        finish(revision, failure);
        revision = null;
    }

    @Override
    public void lockAcquired(Duration waited) {
        keepOrRecord(Measurement.waited(waited));
    }

    private Measurement start(String name, Direction of, @Nullable String id) {
        ObservationRegistry observing = isReady() ? observations.getIfUnique() : null;
        return Measurement.start(name, of, id, observing);
    }

    private void finish(@Nullable Measurement measurement, @Nullable MigrateException failure) {
        if (measurement != null && !measurement.finish(failure)) {
            keepOrRecord(measurement);
        }
    }

    private boolean isReady() {
        lock.lock();
        try {
            return registry != null;
        } finally {
            lock.unlock();
        }
    }

    private void keepOrRecord(Measurement measurement) {
        MeterRegistry found;
        lock.lock();
        try {
            found = registry;
            if (found == null) {
                kept.add(measurement);
                return;
            }
        } finally {
            lock.unlock();
        }
        measurement.record(found);
    }

    private void gauge(MeterRegistry to, String state, ToDoubleFunction<MigrationStatus> count) {
        Gauge.builder("migrate.revisions", () -> counted(count))
                .description("Number of revisions by what the database says of them")
                .tag("state", state)
                .register(to);
    }

    private @Nullable Number counted(ToDoubleFunction<MigrationStatus> count) {
        StatusCaches found = caches.getIfUnique();
        if (found == null) {
            return null;
        }
        try {
            double sum = 0;
            for (StatusCache each : found.byName().values()) {
                sum += count.applyAsDouble(each.status());
            }
            return sum;
        } catch (MigrateException e) {
            // A gauge without a value is shown as one.
            return null;
        }
    }
}
