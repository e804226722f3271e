package dev.migrate.autoconfigure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
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
import dev.migrate.backfill.BackfillStatus;
import dev.migrate.error.MigrateException;
import dev.migrate.run.HeldBack;
import dev.migrate.run.MigrationStatus;

/**
 * Takes part in the application's backfills in a thread of its own, once the application is up and the database has the revisions
 * that nothing holds back. Where none is defined, it ends at once without a connection.
 */
final class BackgroundBackfills implements ApplicationListener<ApplicationReadyEvent>, DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(BackgroundBackfills.class);

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final Duration POLL = Duration.ofSeconds(10);

    private final ObjectProvider<Migrator> migrators;

    private final BackfillProperties properties;

    private final ObjectProvider<BackfillListener> listeners;

    private final MigrationStart start;

    private final ApplicationContext context;

    private final CountDownLatch stopped = new CountDownLatch(1);

    private final Map<String, String> told = new ConcurrentHashMap<>();

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
                BackfillDefinition ended = firstThatEnds(migrator, open);
                if (ended != null) {
                    open.remove(ended);
                    upgradeWhatWasHeldBack(migrator);
                } else if (stopped.await(POLL.toMillis(), TimeUnit.MILLISECONDS)) {
                    return;
                }
            }
        } catch (MigrateException e) {
            LOG.error("migrate: {}", FailureText.of(e, start.word()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Takes part in one after the other until one has ended; {@code null} if none has. */
    private @Nullable BackfillDefinition firstThatEnds(Migrator migrator, List<BackfillDefinition> open) {
        try {
            for (BackfillDefinition definition : inOrder(migrator, open)) {
                if (isOver(migrator.backfills(), definition)) {
                    return definition;
                }
            }
            tellOnce("", null);
        } catch (MigrateException e) {
            tellOnce("", e);
        }
        return null;
    }

    /**
     * Returns those first for which revisions wait: others may need what these revisions make. None while the database lacks a
     * revision that waits for nothing.
     */
    private static List<BackfillDefinition> inOrder(Migrator migrator, List<BackfillDefinition> open) {
        if (migrator.isEmpty()) {
            return open;
        }
        MigrationStatus status = migrator.status();
        if (!status.pending().isEmpty() && !status.awaitsOnlyBackfills()) {
            return List.of();
        }
        Set<String> awaited = status.heldBack().stream().map(HeldBack::backfill).collect(Collectors.toSet());
        return open.stream()
                .sorted(Comparator.comparing(definition -> !awaited.contains(definition.name())))
                .toList();
    }

    private boolean isOver(Backfills backfills, BackfillDefinition definition) {
        if (isStopped()) {
            return false;
        }
        try {
            BackfillListener listener =
                    new BackfillListeners(listeners.orderedStream().toList());
            BackfillStatus status = backfills.join(definition.name(), listener, this::isStopped);
            tellOnce(definition.name(), null);
            return status.state().isOver();
        } catch (MigrateException e) {
            tellOnce(definition.name(), e);
            return false;
        }
    }

    /** What keeps failing in the same way is not worth a second line. */
    private void tellOnce(String name, @Nullable MigrateException failure) {
        String text = failure == null ? null : FailureText.of(failure, start.word());
        String before = text == null ? told.remove(name) : told.put(name, text);
        if (text != null && !text.equals(before) && !isStopped()) {
            LOG.error("migrate: {}", text);
        }
    }

    private void upgradeWhatWasHeldBack(Migrator migrator) {
        if (isStopped() || migrator.isEmpty()) {
            return;
        }
        try {
            if (!migrator.status().pending().isEmpty()) {
                start.run(migrator);
            }
        } catch (MigrateException e) {
            // The other backfills do not depend on it.
            LOG.error("migrate: {}", FailureText.of(e, start.word()));
        }
    }

    private boolean isStopped() {
        return stopped.getCount() == 0;
    }
}
