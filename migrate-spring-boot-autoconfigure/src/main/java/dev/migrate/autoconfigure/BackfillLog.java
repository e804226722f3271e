package dev.migrate.autoconfigure;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.migrate.backfill.BackfillListener;
import dev.migrate.backfill.BackfillStatus;
import dev.migrate.error.MigrateException;

/** Writes to the application's log how backfills get on, every ten seconds. */
final class BackfillLog implements BackfillListener {

    private static final Logger LOG = LoggerFactory.getLogger(BackfillLog.class);

    private static final Duration EVERY = Duration.ofSeconds(10);

    private final Map<String, Long> told = new ConcurrentHashMap<>();

    private final CommandWord word;

    BackfillLog(CommandWord word) {
        this.word = word;
    }

    @Override
    public void started(BackfillStatus status) {
        told.put(status.name(), System.nanoTime());
        LOG.info("migrate: taking part in backfill {} on {}", status.name(), status.table());
    }

    @Override
    public void progress(BackfillStatus status) {
        long now = System.nanoTime();
        if (now - told.getOrDefault(status.name(), now) >= EVERY.toNanos()) {
            told.put(status.name(), now);
            Duration remaining = status.remaining();
            LOG.info(
                    "migrate: backfill {}: {} % of about {} rows, {} a second, {} left",
                    status.name(),
                    status.percent(),
                    status.progress().estimate(),
                    Math.round(status.progress().rate()),
                    remaining == null ? "nobody knows how much time" : "about " + remaining.toSeconds() + " s");
        }
    }

    @Override
    public void retried(String name, MigrateException failure, Duration pause) {
        LOG.warn(
                "migrate: a batch of backfill {} is tried again in {} ms with fewer rows: {}",
                name,
                pause.toMillis(),
                FailureText.of(failure, word));
    }

    @Override
    public void throttled(String name, @Nullable String why) {
        LOG.info("migrate: backfill {}: {}", name, why == null ? "going on" : why);
    }

    @Override
    public void ended(BackfillStatus status) {
        LOG.info(
                "migrate: backfill {} is {} after {} rows{}",
                status.name(),
                status.state(),
                status.progress().rows(),
                status.state().isActive() ? "; this process takes no more part in it" : "");
    }
}
