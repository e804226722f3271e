package dev.migrate.autoconfigure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextRefreshedEvent;

import dev.migrate.error.MigrateException;
import dev.migrate.revision.Direction;
import dev.migrate.revision.Plan;
import dev.migrate.revision.Step;
import dev.migrate.run.RunListener;
import dev.migrate.run.RunReport;
import dev.migrate.run.TransactionMode;

/**
 * Publishes what a run does as Spring events, each once it is committed.
 *
 * <p>What happens during the refresh is kept until its end: before, {@code @EventListener} methods are not known yet, and a
 * listener that needs JPA would be created in the middle of the migration that JPA waits for.
 */
final class MigrationEvents implements RunListener, ApplicationListener<ContextRefreshedEvent> {

    private static final Logger LOG = LoggerFactory.getLogger(MigrationEvents.class);

    private final ApplicationContext context;

    private final TransactionMode transaction;

    private final ReentrantLock lock = new ReentrantLock();

    private final List<Object> kept = new ArrayList<>();

    private final List<Object> uncommitted = new ArrayList<>();

    private boolean refreshed;

    MigrationEvents(ApplicationContext context, TransactionMode transaction) {
        this.context = context;
        this.transaction = transaction;
    }

    @Override
    public void runStarted(Plan plan) {
        uncommitted.clear();
    }

    @Override
    public void stepFinished(Step step, Duration duration) {
        uncommitted.add(
                step.direction() == Direction.UPGRADE
                        ? new RevisionApplied(step.revision(), duration)
                        : new RevisionReverted(step.revision(), duration));
        if (transaction == TransactionMode.PER_REVISION) {
            committed();
        }
    }

    @Override
    public void runFinished(RunReport report) {
        committed();
    }

    @Override
    public void runFailed(MigrateException failure) {
        uncommitted.clear();
        publish(new MigrationFailed(failure));
    }

    @Override
    public void onApplicationEvent(ContextRefreshedEvent event) {
        if (event.getApplicationContext() != context) {
            return;
        }
        List<Object> events;
        lock.lock();
        try {
            refreshed = true;
            events = List.copyOf(kept);
            kept.clear();
        } finally {
            lock.unlock();
        }
        events.forEach(this::hand);
    }

    private void committed() {
        List<Object> events = List.copyOf(uncommitted);
        uncommitted.clear();
        events.forEach(this::publish);
    }

    private void publish(Object event) {
        lock.lock();
        try {
            if (!refreshed) {
                kept.add(event);
                return;
            }
        } finally {
            lock.unlock();
        }
        hand(event);
    }

    private void hand(Object event) {
        try {
            context.publishEvent(event);
        } catch (RuntimeException e) {
            // What is committed stays committed, and the rest of the run must not depend on who listens.
            LOG.warn("migrate: a listener of {} has failed", event.getClass().getSimpleName(), e);
        }
    }
}
