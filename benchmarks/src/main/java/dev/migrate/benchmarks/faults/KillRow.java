package dev.migrate.benchmarks.faults;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;

import dev.migrate.schema.Schema;

/** F1: a process that applies a long history is killed again and again, at a chosen call to the server or at a random time. */
final class KillRow {

    /** How often somebody helps until it is clear that it does not help. */
    private static final int HELP = 5;

    /** Histories that are disturbed at the same time. */
    private static final int TOGETHER = 2;

    private final Launcher launcher;

    private final Tool tool;

    private final List<Change> changes;

    private final FaultServer server;

    private final Limits limits;

    private final Tally tally = new Tally();

    private final AtomicInteger kills = new AtomicInteger();

    private final Schema undisturbed;

    /** Prepares a row, and applies the history once without a fault. */
    KillRow(Launcher launcher, Tool tool, List<Change> changes, FaultServer server, Limits limits) throws Exception {
        this.launcher = launcher;
        this.tool = tool;
        this.changes = changes;
        this.server = server;
        this.limits = limits;
        Place place = new Place(tool, changes, server.create());
        launcher.applyUndisturbed(place.url(), 10 * limits.patience());
        this.undisturbed = place.picture();
        server.drop(place.url());
    }

    /** Kills as often as asked, on as many databases as that takes, until no time is left; decided by a seed up to timing. */
    Tally run(long seed, int count) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(TOGETHER);
        AtomicInteger histories = new AtomicInteger();
        try {
            List<Future<?>> workers = new ArrayList<>();
            for (int i = 0; i < TOGETHER; i++) {
                workers.add(threads.submit(() -> {
                    while (kills.get() < count && limits.isTimeLeft()) {
                        new History(new Random(seed + histories.getAndIncrement())).run(count);
                    }
                    return null;
                }));
            }
            for (Future<?> worker : workers) {
                worker.get();
            }
        } finally {
            threads.shutdownNow();
        }
        return tally;
    }

    /** One history on one database. */
    private final class History {

        private final Random random;

        private final Place place;

        private long lastKill;

        private boolean finished;

        private int helped;

        History(Random random) throws SQLException {
            this.random = random;
            this.place = new Place(tool, changes, server.create());
        }

        void run(int count) throws Exception {
            while (!finished) {
                boolean kills = KillRow.this.kills.get() < count && limits.isTimeLeft();
                live(kills ? next() : FaultPoint.NOWHERE, kills);
            }
            place.check(tally, undisturbed);
            server.drop(place.url());
        }

        private FaultPoint next() {
            int start = tool.startCalls();
            int call = random.nextInt(4) == 0 ? random.nextInt(start) : start + random.nextInt(20);
            return random.nextInt(10) < 3 ? FaultPoint.NOWHERE : new FaultPoint(call, random.nextBoolean());
        }

        private void live(FaultPoint point, boolean kill) throws Exception {
            Life life = launcher.start(place.url(), point);
            long longest = kill && point.call() < 0 ? 100 + random.nextInt(600) : limits.patience();
            long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(longest);
            while (true) {
                String line = life.next(TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime()));
                if (line == null && longest == limits.patience()) {
                    tally.add(Tally.Count.STUCK, 1);
                    life.kill();
                    help();
                    return;
                }
                if (line == null || line.startsWith("at ")) {
                    life.kill();
                    killed(line);
                    return;
                }
                if (line.equals("step") && lastKill != 0) {
                    tally.recovered(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - lastKill));
                    lastKill = 0;
                }
                if (Life.isLast(line)) {
                    ended(line);
                    return;
                }
            }
        }

        private void killed(@Nullable String where) {
            kills.incrementAndGet();
            helped = 0;
            lastKill = System.nanoTime();
            tally.fault(where == null ? "at a random time" : where.substring("at ".length()));
        }

        private void ended(String line) throws Exception {
            finished = line.equals("done");
            if (!finished) {
                tally.complaint(line);
                help();
            }
        }

        private void help() throws Exception {
            helped++;
            if (helped > HELP) {
                throw new IllegalStateException(
                        tool + " does not go on however often somebody helps:\n" + tally.details());
            }
            place.repair(tally, launcher.folder());
        }
    }
}
