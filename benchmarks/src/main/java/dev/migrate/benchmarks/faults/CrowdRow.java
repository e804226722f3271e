package dev.migrate.benchmarks.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import dev.migrate.schema.Schema;

/** F2 and F3: processes that start at the same moment on one database. */
final class CrowdRow {

    private final Launcher launcher;

    private final Tool tool;

    private final List<Change> changes;

    private final FaultServer server;

    private final Limits limits;

    CrowdRow(Launcher launcher, Tool tool, List<Change> changes, FaultServer server, Limits limits) {
        this.launcher = launcher;
        this.tool = tool;
        this.changes = changes;
        this.server = server;
        this.limits = limits;
    }

    /** Has crowds start, round after round, as long as time is left. */
    Tally run(int rounds, int starts) throws Exception {
        Tally tally = new Tally();
        Schema undisturbed = undisturbed();
        for (int i = 0; i < rounds && limits.isTimeLeft(); i++) {
            Place place = new Place(tool, changes, server.create());
            round(place, starts, tally);
            place.check(tally, undisturbed);
            server.drop(place.url());
        }
        return tally;
    }

    private Schema undisturbed() throws Exception {
        Place place = new Place(tool, changes, server.create());
        launcher.applyUndisturbed(place.url(), limits.patience());
        Schema undisturbed = place.picture();
        server.drop(place.url());
        return undisturbed;
    }

    private void round(Place place, int starts, Tally tally) throws Exception {
        List<Life> lives = new ArrayList<>();
        long start = System.nanoTime();
        for (int i = 0; i < starts; i++) {
            lives.add(launcher.start(place.url(), FaultPoint.NOWHERE));
        }
        long end = start + TimeUnit.MILLISECONDS.toNanos(limits.patience());
        for (Life life : lives) {
            String last = life.end(TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime()));
            tally.fault("started with " + (starts - 1) + " others");
            if (last == null) {
                tally.add(Tally.Count.STUCK, 1);
                life.kill();
            } else if (!last.equals("done")) {
                // A start that fails leaves an instance that somebody has to start again.
                tally.complaint(last);
                tally.add(Tally.Count.MANUAL, 1);
            }
        }
        tally.recovered(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
    }
}
