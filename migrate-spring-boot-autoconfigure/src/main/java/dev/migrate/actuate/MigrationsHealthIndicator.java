package dev.migrate.actuate;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

import dev.migrate.autoconfigure.LastRun;
import dev.migrate.error.MigrateException;
import dev.migrate.run.MigrationState;
import dev.migrate.run.MigrationStatus;

/** Says whether the database is where this build needs it. */
final class MigrationsHealthIndicator implements HealthIndicator {

    private static final Logger LOG = LoggerFactory.getLogger(MigrationsHealthIndicator.class);

    private final StatusCache cache;

    private final LastRun lastRun;

    private volatile boolean logged;

    MigrationsHealthIndicator(StatusCache cache, LastRun lastRun) {
        this.cache = cache;
        this.lastRun = lastRun;
    }

    @Override
    public Health health() {
        MigrationStatus status;
        try {
            status = cache.status();
            logged = false;
        } catch (MigrateException e) {
            return unreadable(e);
        }
        MigrateException failure = lastRun.failure();
        boolean failed = failure != null && !status.isReady();
        Health.Builder health = new Health.Builder(failed ? Status.DOWN : of(status))
                .withDetail("state", status.state().name())
                .withDetail("current", status.current().ids())
                .withDetail("heads", status.heads())
                .withDetail("pending", status.pending().size());
        if (failed) {
            health.withDetail("failure", "The migration has failed, see the log");
        }
        return health.build();
    }

    /** Logs the cause, once until the database can be read again, and does not show it: it may name the host or the user. */
    private Health unreadable(MigrateException failure) {
        if (!logged) {
            logged = true;
            LOG.warn("migrate: the state of the database cannot be read: {}", failure.getMessage());
        }
        return Health.down()
                .withDetail("error", "The state of the database cannot be read, see the log")
                .build();
    }

    private static Status of(MigrationStatus status) {
        return status.isReady() ? Status.UP : of(status.state());
    }

    private static Status of(MigrationState state) {
        return switch (state) {
            case UP_TO_DATE, AHEAD -> Status.UP;
            case BEHIND, RUNNING -> Status.OUT_OF_SERVICE;
            case DIVERGED, INCOMPLETE -> Status.DOWN;
        };
    }
}
