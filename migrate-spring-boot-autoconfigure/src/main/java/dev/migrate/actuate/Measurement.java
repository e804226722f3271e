package dev.migrate.actuate;

import java.time.Duration;
import java.util.Locale;

import io.micrometer.common.KeyValue;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;

import dev.migrate.error.MigrateException;
import dev.migrate.revision.Direction;

/** One thing that takes time: observed while it happens, or else recorded afterwards under the same name and tags. */
final class Measurement {

    private static final String LOCK_WAIT = "migrate.lock.wait";

    private final String name;

    private final @Nullable Direction direction;

    private final @Nullable Observation observation;

    private final long started = System.nanoTime();

    private Duration duration = Duration.ZERO;

    private String error = KeyValue.NONE_VALUE;

    private Measurement(String name, @Nullable Direction direction, @Nullable Observation observation) {
        this.name = name;
        this.direction = direction;
        this.observation = observation;
    }

    /** Starts one; without a registry it is recorded afterwards. */
    static Measurement start(
            String name, Direction direction, @Nullable String revision, @Nullable ObservationRegistry registry) {
        if (registry == null || registry.isNoop()) {
            return new Measurement(name, direction, null);
        }
        Observation observation = Observation.createNotStarted(name, registry)
                .contextualName(revision == null ? name : name + " " + revision)
                .lowCardinalityKeyValue("direction", spelled(direction));
        if (revision != null) {
            observation.highCardinalityKeyValue("revision", revision);
        }
        return new Measurement(name, direction, observation.start());
    }

    /** Returns how long a run waited for the lock. */
    static Measurement waited(Duration duration) {
        Measurement measurement = new Measurement(LOCK_WAIT, null, null);
        measurement.duration = duration;
        return measurement;
    }

    /** Ends it and tells whether it was observed; if not, it is still to be recorded. */
    boolean finish(@Nullable MigrateException failure) {
        duration = Duration.ofNanos(System.nanoTime() - started);
        if (failure != null) {
            error = failure.getClass().getSimpleName();
        }
        if (observation == null) {
            return false;
        }
        observation.lowCardinalityKeyValue("outcome", outcome());
        if (failure != null) {
            observation.error(failure);
        }
        observation.stop();
        return true;
    }

    void record(MeterRegistry registry) {
        Timer.Builder timer = Timer.builder(name);
        if (direction != null) {
            timer.tag("direction", spelled(direction)).tag("outcome", outcome()).tag("error", error);
        }
        timer.register(registry).record(duration);
    }

    private String outcome() {
        return error.equals(KeyValue.NONE_VALUE) ? "success" : "failure";
    }

    private static String spelled(Direction direction) {
        return direction.name().toLowerCase(Locale.ROOT);
    }
}
