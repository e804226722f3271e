package dev.migrate.benchmarks;

import java.nio.file.Path;
import java.sql.Connection;

/**
 * What one call costs the server, counted and not timed.
 *
 * @param roundTrips how often the tool waited for an answer, without the opening of connections
 * @param connections how many it opened
 * @param flushes how often the server waited for its log to be on the disk
 */
record Traffic(int roundTrips, int connections, long flushes) {

    static Traffic of(Tool tool, Work work, Path folder, Target target) throws Exception {
        try (WireCounter wire = new WireCounter(target.url())) {
            String url = wire.url();
            try (Connection connection = Server.source(url).getConnection()) {
                connection.isReadOnly();
            }
            int opening = settled(wire);
            long flushed = target.server().flushes();
            tool.contestant().call(new Call(work, folder, Server.source(url)));
            int turns = settled(wire);
            int connections = wire.connections() - 1;
            return new Traffic(
                    turns - opening * (connections + 1),
                    connections,
                    target.server().flushes() - flushed);
        }
    }

    /** A closed connection's last word, which nobody answers, may still be on its way. */
    private static int settled(WireCounter wire) throws InterruptedException {
        Thread.sleep(200);
        return wire.turns();
    }

    /** Where to count. */
    record Target(Server server, String url) {}
}
