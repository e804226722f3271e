package dev.migrate.benchmarks.faults;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** F7: a process is killed while its long statement runs on the server, and another one starts at once. */
final class OrphanRow {

    /** Statements of this row that run at this moment. */
    private static final String RUNNING = "SELECT count(*) FROM pg_stat_activity WHERE datname = ?"
            + " AND state = 'active' AND (query LIKE '%pg_sleep%' OR query LIKE '%wait(%')"
            + " AND pid <> pg_backend_pid() AND backend_type = 'client backend'";

    private final Launcher launcher;

    private final Tool tool;

    private final List<Change> changes;

    private final FaultServer server;

    private final Limits limits;

    private final Connection watching;

    private final Tally tally = new Tally();

    OrphanRow(Launcher launcher, Tool tool, List<Change> changes, FaultServer server, Limits limits)
            throws SQLException {
        this.launcher = launcher;
        this.tool = tool;
        this.changes = changes;
        this.server = server;
        this.limits = limits;
        this.watching = server.connect();
    }

    /** Kills so often, on so many databases at once: the statement only sleeps. */
    Tally run(int kills, int together) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(together);
        try {
            List<Future<?>> orphans = new ArrayList<>();
            for (int i = 0; i < kills; i++) {
                orphans.add(threads.submit(() -> {
                    if (limits.isTimeLeft()) {
                        orphan();
                    }
                    return null;
                }));
            }
            for (Future<?> orphan : orphans) {
                orphan.get();
            }
        } finally {
            threads.shutdownNow();
            watching.close();
        }
        return tally;
    }

    private void orphan() throws Exception {
        Place place = new Place(tool, changes, server.create());
        Life first = launcher.start(place.url(), FaultPoint.NOWHERE);
        while (running(place) == 0) {
            String line = first.next(100);
            if (line != null && Life.isLast(line)) {
                throw new IllegalStateException(tool + " ended before the long statement: " + line);
            }
        }
        first.kill();
        tally.fault("while the statement runs");
        long killed = System.nanoTime();
        boolean finished = false;
        for (int attempt = 0; !finished && attempt < 4; attempt++) {
            finished = attempt(place);
        }
        tally.recovered(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - killed));
        // The orphan may commit behind the second start.
        while (running(place) > 0) {
            Thread.sleep(50);
        }
        place.check(tally, place.picture());
        server.drop(place.url());
    }

    /** Starts, and watches whether two of the statements run at once, which counts as broken. */
    private boolean attempt(Place place) throws Exception {
        Life life = launcher.start(place.url(), FaultPoint.NOWHERE);
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(limits.patience());
        boolean overlap = false;
        String line = "";
        while (line == null || !Life.isLast(line)) {
            line = life.next(100);
            overlap |= running(place) > 1;
            if (line == null && System.nanoTime() > end) {
                tally.add(Tally.Count.STUCK, 1);
                life.kill();
                place.repair(tally, launcher.folder());
                return false;
            }
        }
        tally.add(Tally.Count.BROKEN, overlap ? 1 : 0);
        if (overlap) {
            tally.complaint("(two at once)");
        }
        if (!line.equals("done")) {
            tally.complaint(line);
            place.repair(tally, launcher.folder());
        }
        return line.equals("done");
    }

    /** Looks through one connection for all databases: a new one for each look would be most of the load. */
    private int running(Place place) throws SQLException {
        synchronized (watching) {
            try (PreparedStatement statement = watching.prepareStatement(RUNNING)) {
                statement.setString(1, place.name());
                try (ResultSet row = statement.executeQuery()) {
                    row.next();
                    return row.getInt(1);
                }
            }
        }
    }
}
