package dev.migrate.run;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

import dev.migrate.dialect.BlockingSession;
import dev.migrate.dialect.SessionSight;
import dev.migrate.revision.Step;

/**
 * Looks at the session of a run from a second one while a step takes long: for whom it waits, and how far it is. The second connection
 * is in no transaction, and closed after each look, so that nobody ever waits for it.
 */
final class Watch implements AutoCloseable {

    static final Duration EVERY = Duration.ofSeconds(1);

    private static final Duration LATEST_FIRST = Duration.ofMillis(500);

    private static final long PATIENCE_MILLIS = 1_000;

    private final Session session;

    private final String sessionId;

    private final RunListener listener;

    private final Duration first;

    private final Thread thread;

    private volatile @Nullable Step step;

    private @Nullable Step last;

    private volatile long begun;

    private volatile List<BlockingSession> blockers = List.of();

    private Watch(Run run, String sessionId) {
        this.session = run.session();
        this.sessionId = sessionId;
        this.listener = run.listener();
        Duration limit = run.settings().timeouts().lock().dividedBy(3);
        this.first = limit.isZero() || limit.compareTo(LATEST_FIRST) > 0 ? LATEST_FIRST : limit;
        this.thread = new Thread(this::look, "migrate-watch");
        thread.setDaemon(true);
    }

    /**
     * Begins to watch, or returns {@code null} where there is no second connection or nothing to be seen.
     *
     * @param sessionId of the run's own connection, see {@link dev.migrate.dialect.Dialect#sessionId}
     */
    static @Nullable Watch over(Run run, @Nullable String sessionId) {
        if (sessionId == null || !run.session().isWatchable()) {
            return null;
        }
        Watch watch = new Watch(run, sessionId);
        watch.thread.start();
        return watch;
    }

    /** Begins an attempt; what was seen in the one before counts if it is at the same step. */
    void begin(Step next) {
        // The first comparison of two records by their own method costs a run 25 ms.
        if (last == null || !next.revision().id().equals(last.revision().id())) {
            blockers = List.of();
        }
        last = next;
        begun = System.nanoTime();
        step = next;
    }

    /** Ends the attempt that was begun, and returns for whom it was seen to wait last. */
    List<BlockingSession> end() {
        step = null;
        return blockers;
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join(PATIENCE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        try {
            while (true) {
                Thread.sleep(first.toMillis());
                Step watched = step;
                if (watched != null && System.nanoTime() - begun >= first.toNanos()) {
                    look(watched);
                    Thread.sleep(EVERY.minus(first).toMillis());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (SQLException | RuntimeException e) {
            // The run goes on without anybody watching it.
            LoggerFactory.getLogger(Watch.class).debug("Nothing more can be seen of the run", e);
        }
    }

    private void look(Step watched) throws SQLException {
        SessionSight sight;
        try (Connection other = session.another()) {
            sight = session.dialect().watch(other, sessionId);
        }
        if (!watched.equals(step)) {
            return;
        }
        List<BlockingSession> before = blockers;
        if (!sight.blockers().isEmpty()) {
            blockers = sight.blockers();
            if (!names(before).equals(names(sight.blockers()))) {
                listener.stepBlocked(watched, sight.blockers());
            }
        }
        if (sight.progress() != null) {
            listener.stepProgress(watched, sight.progress());
        }
    }

    private static List<String> names(List<BlockingSession> sessions) {
        return sessions.stream().map(BlockingSession::session).toList();
    }
}
