package dev.migrate.benchmarks.faults;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import org.jspecify.annotations.Nullable;

import dev.migrate.benchmarks.faults.Change.Kind;

/** How long ordinary queries wait while a change of their table waits for somebody who reads it for long. */
final class LockRow {

    private static final int CLIENTS = 4;

    private final FaultServer server;

    private final Limits limits;

    LockRow(FaultServer server, Limits limits) {
        this.server = server;
        this.limits = limits;
    }

    /** Returns the one revision of this row. */
    static List<Change> changes() {
        return List.of(new Change(
                1, List.of(), Kind.TRANSACTIONAL, List.of("ALTER TABLE busy ADD COLUMN more int"), List.of()));
    }

    /**
     * Measures.
     *
     * @param launcher the tool's, or {@code null} for the statement alone
     * @param seconds how long the reader keeps its transaction open
     */
    Waits measure(Tool tool, @Nullable Launcher launcher, int seconds) throws Exception {
        Place place = new Place(tool, changes(), server.create());
        FaultServer.execute(
                place.database(),
                List.of(
                        "CREATE TABLE busy AS SELECT i AS id FROM generate_series(1, 100000) i",
                        "CREATE INDEX ON busy (id)"));
        AtomicBoolean over = new AtomicBoolean();
        ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
        List<Future<List<Long>>> clients = new ArrayList<>();
        List<Long> nanos = new ArrayList<>();
        long changed;
        try (Connection reader = place.database().getConnection();
                Statement statement = reader.createStatement()) {
            reader.setAutoCommit(false);
            statement.execute("SELECT count(*) FROM busy");
            for (int i = 0; i < CLIENTS; i++) {
                clients.add(threads.submit(() -> query(place, over)));
            }
            Future<?> change = Executors.newSingleThreadExecutor().submit(() -> change(place, launcher));
            TimeUnit.SECONDS.sleep(seconds);
            reader.commit();
            long start = System.nanoTime();
            change.get();
            changed = System.nanoTime() - start;
        } finally {
            over.set(true);
            threads.shutdown();
        }
        for (Future<List<Long>> client : clients) {
            nanos.addAll(client.get());
        }
        server.drop(place.url());
        Collections.sort(nanos);
        return new Waits(nanos.size(), nanos.get(nanos.size() - 1), nanos.get((int) (nanos.size() * 0.99)), changed);
    }

    private @Nullable Void change(Place place, @Nullable Launcher launcher) throws Exception {
        if (launcher == null) {
            FaultServer.execute(place.database(), changes().get(0).statements());
            return null;
        }
        String end = launcher.start(place.url(), FaultPoint.NOWHERE).end(limits.patience());
        if (!"done".equals(end)) {
            throw new IllegalStateException("The change was not made: " + end);
        }
        return null;
    }

    private static List<Long> query(Place place, AtomicBoolean over) throws SQLException, InterruptedException {
        List<Long> nanos = new ArrayList<>();
        try (Connection connection = place.database().getConnection();
                Statement statement = connection.createStatement()) {
            while (!over.get()) {
                long start = System.nanoTime();
                statement.execute("SELECT id FROM busy WHERE id = " + (1 + nanos.size() % 100_000));
                nanos.add(System.nanoTime() - start);
                // As many as an application sends, not as many as fit.
                Thread.sleep(1);
            }
        }
        return nanos;
    }

    /**
     * What queries had to wait, in nanoseconds.
     *
     * @param queries how many there were
     * @param longest the one that waited longest
     * @param percentile what 99 in 100 did not wait longer than
     * @param changed how long after the reader's end the change was made
     */
    record Waits(int queries, long longest, long percentile, long changed) {

        String line(String name) {
            return String.format(
                    Locale.ROOT,
                    "| %s | %d | %.2f s | %.1f ms | %.1f s |",
                    name,
                    queries,
                    longest / 1e9,
                    percentile / 1e6,
                    changed / 1e9);
        }
    }
}
