package dev.migrate.autoconfigure;

import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;

import dev.migrate.autoconfigure.MigrateProperties.Phase;
import dev.migrate.error.MigrateException;

/**
 * Does in a thread of its own, once the application is up, what the {@link MigrationInitializer} does otherwise.
 *
 * <p>A failure is logged and makes the health indicator say DOWN; the application stays up, not ready for traffic, so that
 * the cause can be read.
 */
final class BackgroundMigration implements ApplicationListener<ApplicationReadyEvent>, DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(BackgroundMigration.class);

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final MigrationStart start;

    private final LastRun lastRun;

    private final ApplicationContext context;

    private volatile @Nullable Thread thread;

    BackgroundMigration(MigrationStart start, LastRun lastRun, ApplicationContext context) {
        this.start = start;
        this.lastRun = lastRun;
        this.context = context;
    }

    @Override
    public void onApplicationEvent(ApplicationReadyEvent event) {
        if (start.phase() == Phase.BACKGROUND && event.getApplicationContext() == context && thread == null) {
            Thread started = new Thread(this::run, "migrate-background");
            started.setDaemon(true);
            thread = started;
            started.start();
        }
    }

    /** Has the step that is running rolled back, or cleaned up after; the next start goes on there. */
    @Override
    public void destroy() throws InterruptedException {
        Thread running = thread;
        if (running != null) {
            start.stop();
            running.interrupt();
            running.join(PATIENCE.toMillis());
        }
    }

    private void run() {
        try {
            start.run();
        } catch (MigrateException e) {
            lastRun.runFailed(e);
            LOG.error("migrate: {}", FailureText.of(e, start.word()));
        } catch (RuntimeException e) {
            lastRun.runFailed(new MigrateException("The migration in the background has failed", List.of(), null, e));
            LOG.error("migrate: the migration in the background has failed", e);
        }
    }
}
