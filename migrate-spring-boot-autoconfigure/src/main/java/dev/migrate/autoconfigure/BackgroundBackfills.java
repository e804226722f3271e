package dev.migrate.autoconfigure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;

import dev.migrate.Backfills;
import dev.migrate.Migrator;
import dev.migrate.backfill.BackfillDefinition;
import dev.migrate.backfill.BackfillListener;
import dev.migrate.backfill.BackfillState;
import dev.migrate.backfill.BackfillStatus;
import dev.migrate.error.MigrateException;

/**
 * Takes part in the application's backfills in a thread of its own, once the application is up and the database has the revisions
 * that nothing holds back. Where none is defined, it ends at once without a connection.
 */
final class BackgroundBackfills implements ApplicationListener<ApplicationReadyEvent>, DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(BackgroundBackfills.class);

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final ObjectProvider<Migrator> migrators;

    private final BackfillProperties properties;

    private final ObjectProvider<BackfillListener> listeners;

    private final MigrationStart start;

    private final ApplicationContext context;

    private final CountDownLatch stopped = new CountDownLatch(1);

    private final List<Thread> threads = new ArrayList<>();

    BackgroundBackfills(
            ObjectProvider<Migrator> migrators,
            BackfillProperties properties,
            ObjectProvider<BackfillListener> listeners,
            MigrationStart start,
            ApplicationContext context) {
        this.migrators = migrators;
        this.properties = properties;
        this.listeners = listeners;
        this.start = start;
        this.context = context;
    }

    @Override
    public void onApplicationEvent(ApplicationReadyEvent event) {
        if (!properties.autoRun() || event.getApplicationContext() != context || !threads.isEmpty()) {
            return;
        }
        migrators.orderedStream().forEach(migrator -> {
            Thread thread = new Thread(() -> run(migrator), "migrate-backfill");
            thread.setDaemon(true);
            threads.add(thread);
            thread.start();
        });
    }

    /** Gives a batch that is running the time to be committed. */
    @Override
    public void destroy() throws InterruptedException {
        stopped.countDown();
        for (Thread thread : threads) {
            thread.join(PATIENCE.toMillis());
        }
    }

    private void run(Migrator migrator) {
        try {
            List<BackfillDefinition> open = new ArrayList<>(migrator.backfills().definitions());
            while (!open.isEmpty() && !isStopped()) {
                if (isReady(migrator)) {
                    int before = open.size();
                    open.removeIf(definition -> isOver(migrator.backfills(), definition));
                    if (open.size() < before && !isStopped()) {
                        upgradeWhatWasHeldBack(migrator);
                    }
                }
                if (!open.isEmpty() && stopped.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                    return;
                }
            }
        } catch (MigrateException e) {
            LOG.error("migrate: {}", FailureText.of(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Tells whether all revisions are there but those that wait for a backfill. */
    private static boolean isReady(Migrator migrator) {
        try {
            return migrator.isEmpty() || migrator.status().isReady();
        } catch (MigrateException e) {
            LOG.warn("migrate: backfills wait: {}", FailureText.of(e));
            return false;
        }
    }

    private boolean isOver(Backfills backfills, BackfillDefinition definition) {
        if (isStopped()) {
            return false;
        }
        try {
            BackfillListener listener =
                    new BackfillListeners(listeners.orderedStream().toList());
            BackfillStatus status = backfills.join(definition.name(), listener, this::isStopped);
            return status.state() == BackfillState.FINISHED || status.state() == BackfillState.CANCELLED;
        } catch (MigrateException e) {
            LOG.error("migrate: {}", FailureText.of(e));
            return false;
        }
    }

    private void upgradeWhatWasHeldBack(Migrator migrator) {
        if (!migrator.isEmpty() && !migrator.status().pending().isEmpty()) {
            start.run();
        }
    }

    private boolean isStopped() {
        return stopped.getCount() == 0;
    }
}
