package dev.migrate.benchmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Takes single measurements. */
final class Round {

    private final Server server;

    private final Fixtures fixtures;

    private final Fork fork;

    Round(Server server, Fixtures fixtures, Fork fork) {
        this.server = server;
        this.fixtures = fixtures;
        this.fork = fork;
    }

    /** Measures one process by itself. */
    Measurement alone(Tool tool, Work work) throws Exception {
        Path folder = fixtures.folder(tool, work);
        List<String> databases = fixtures.databases(tool, work);
        server.settle();
        Measurement measurement =
                fork.start(tool, work, folder, urls(databases)).measurement();
        fixtures.giveBack(work, databases);
        return measurement;
    }

    /** Measures processes that start at once on one database, until all have ended. */
    Crowd together(Tool tool, Work work, int processes) throws Exception {
        Path folder = fixtures.folder(tool, work);
        List<String> databases = fixtures.databases(tool, work);
        server.settle();
        List<Fork.Running> running = new ArrayList<>();
        long start = System.nanoTime();
        for (int i = 0; i < processes; i++) {
            running.add(fork.start(tool, work, folder, urls(databases)));
        }
        int failed = 0;
        for (Fork.Running process : running) {
            failed += process.succeeds() ? 0 : 1;
        }
        long nanos = System.nanoTime() - start;
        fixtures.giveBack(work, databases);
        return new Crowd(nanos, failed, processes);
    }

    /** Counts instead of measuring. */
    Traffic traffic(Tool tool, Work work) throws Exception {
        Path folder = fixtures.folder(tool, work);
        List<String> databases = fixtures.databases(tool, work);
        Traffic traffic = Traffic.of(tool, work, folder, new Traffic.Target(server, server.url(databases.get(0))));
        fixtures.giveBack(work, databases);
        return traffic;
    }

    private List<String> urls(List<String> databases) {
        return databases.stream().map(server::url).toList();
    }

    /**
     * Processes that started at once.
     *
     * @param nanos until the last has ended
     * @param failed how many of them did not succeed
     * @param processes how many there were
     */
    record Crowd(long nanos, int failed, int processes) {}
}
