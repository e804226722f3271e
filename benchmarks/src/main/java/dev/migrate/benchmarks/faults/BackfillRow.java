package dev.migrate.benchmarks.faults;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;

/** F10: three processes share a backfill, and are killed in every phase of it while an application writes to the table. */
final class BackfillRow {

    private static final int REPLICAS = 3;

    /** So many calls are behind a process when it has come to a few batches of its own. */
    private static final int CALLS = 70;

    private static final int FEW = 5_000;

    /** As long as it takes to start and to get to work, and a little more. */
    private static final int LIFE_MILLIS = 1500;

    private final Launcher launcher;

    private final FaultServer server;

    private final Limits limits;

    private final Tally tally = new Tally();

    private final AtomicInteger kills = new AtomicInteger();

    BackfillRow(Launcher launcher, FaultServer server, Limits limits) throws Exception {
        this.launcher = launcher;
        this.server = server;
        this.limits = limits;
        String url = server.create();
        fill(Child.source(url), 1000);
        launcher.applyUndisturbed(url, 10 * limits.patience());
        server.drop(url);
    }

    /** Kills as often as asked, over and over the same rows if they do not last, until no time is left; decided by a seed up to timing. */
    Tally run(long seed, int rows, int count) throws Exception {
        // Where there are few rows, beginning and end come often enough to wait for.
        boolean phases = rows <= FEW;
        String url = server.create();
        DataSource database = Child.source(url);
        fill(database, rows);
        try (BackfillWriters writers = BackfillWriters.start(database, rows)) {
            int round = 0;
            do {
                if (round > 0) {
                    BackfillChild.backfills(database).startOver(BackfillChild.NAME);
                }
                round++;
                round(url, seed + round, count, phases);
                check(database, round, rows);
            } while (tally.isClean() && kills.get() < count && limits.isTimeLeft());
        }
        server.drop(url);
        return tally;
    }

    private static void fill(DataSource database, int rows) throws SQLException {
        FaultServer.execute(
                database,
                List.of(
                        "CREATE TABLE calls (name text)",
                        "CREATE TABLE item (id bigint PRIMARY KEY, times int NOT NULL DEFAULT 0,"
                                + " touched int NOT NULL DEFAULT 0, late boolean NOT NULL DEFAULT false)",
                        // Gaps, as deleted rows leave them.
                        "INSERT INTO item (id) SELECT i + i / 1000 * 7 FROM generate_series(1, " + rows + ") i"));
    }

    private void round(String url, long seed, int count, boolean phases) throws Exception {
        ExecutorService replicas = Executors.newFixedThreadPool(REPLICAS);
        try {
            List<Future<?>> ends = new ArrayList<>();
            for (int i = 0; i < REPLICAS; i++) {
                Random random = new Random(seed * REPLICAS + i);
                ends.add(replicas.submit(() -> {
                    boolean over = false;
                    while (!over) {
                        // Something starts a replica again that has died.
                        over = live(url, doomed(count) ? next(random, phases) : Doom.NONE);
                    }
                    return null;
                }));
            }
            for (Future<?> end : ends) {
                end.get();
            }
        } finally {
            replicas.shutdownNow();
        }
    }

    private boolean doomed(int count) {
        return kills.get() < count && limits.isTimeLeft();
    }

    private static Doom next(Random random, boolean phases) {
        int choice = random.nextInt(10);
        if (choice < 3) {
            return new Doom(FaultPoint.NOWHERE, 1 + random.nextInt(LIFE_MILLIS));
        }
        List<String> titles = BackfillPhases.titles();
        return phases && choice < 8
                ? new Doom(new FaultPoint(-1, random.nextBoolean(), titles.get(random.nextInt(titles.size()))), 0)
                : new Doom(new FaultPoint(random.nextInt(CALLS), random.nextBoolean()), 0);
    }

    /** Returns whether the backfill has finished, or nobody can finish it. */
    private boolean live(String url, Doom doom) throws Exception {
        Life life = launcher.start(url, doom.point());
        long patience = doom.millis() > 0 ? doom.millis() : limits.patience();
        String line = life.next(patience);
        while (line != null && line.equals("step")) {
            line = life.next(patience);
        }
        if (line != null && Life.isLast(line)) {
            return ended(line);
        }
        life.kill();
        if (line == null && doom.millis() == 0) {
            tally.add(Tally.Count.STUCK, 1);
            return true;
        }
        killed(line);
        return false;
    }

    private boolean ended(String line) {
        if (!line.equals("done")) {
            tally.complaint(line);
            tally.add(Tally.Count.MANUAL, 1);
        }
        return true;
    }

    private void killed(@Nullable String where) {
        kills.incrementAndGet();
        tally.fault(where == null ? "at a random time" : where.substring("at ".length()));
    }

    private void check(DataSource database, int rounds, int rows) throws SQLException {
        tally.add(Tally.Count.RUNS, 1);
        tally.add(Tally.Count.LOST, number(database, "SELECT count(*) FROM item WHERE NOT late AND times < " + rounds));
        tally.add(
                Tally.Count.DOUBLED,
                number(database, "SELECT count(*) FROM item WHERE NOT late AND times > " + rounds));
        tally.add(Tally.Count.BROKEN, Math.abs(rows - number(database, "SELECT count(*) FROM item WHERE NOT late")));
        for (String call : List.of("setup", "teardown")) {
            long calls = number(database, "SELECT count(*) FROM calls WHERE name = '" + call + "'");
            tally.add(Tally.Count.BROKEN, Math.abs(calls - rounds));
        }
        tally.add(Tally.Count.BROKEN, number(database, "SELECT count(*) FROM migrate_backfill_range"));
    }

    private static long number(DataSource database, String sql) throws SQLException {
        return Long.parseLong(FaultServer.ask(database, sql).get(0));
    }

    /**
     * How a process ends.
     *
     * @param point where it stops to be killed
     * @param millis after which silence it is killed, 0 if only at the point
     */
    private record Doom(FaultPoint point, long millis) {

        static final Doom NONE = new Doom(FaultPoint.NOWHERE, 0);
    }
}
