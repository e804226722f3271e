package dev.migrate.benchmarks;

import java.io.PrintWriter;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import dev.migrate.backfill.BackfillSettings;
import dev.migrate.backfill.ThrottleSettings;

/** Compares a backfill with a loop that a person would write, and measures how long an application's queries wait for it. */
@Command(
        name = "backfill",
        mixinStandardHelpOptions = true,
        description = "Measures how fast a backfill is, and how long queries on its table wait.")
public final class BackfillBench implements Callable<Integer> {

    @Option(names = "--rows", defaultValue = "1000000", description = "of the table; ${DEFAULT-VALUE}")
    private int rows;

    @Option(
            names = "--batches",
            split = ",",
            defaultValue = "1000,10000",
            description = "rows of a batch where both have the same; ${DEFAULT-VALUE}")
    private List<Integer> batches = List.of();

    @Option(names = "--runs", defaultValue = "3", description = "how many runs to take medians of; ${DEFAULT-VALUE}")
    private int runs;

    @Option(names = "--clients", defaultValue = "4", description = "that use the table meanwhile; ${DEFAULT-VALUE}")
    private int clients;

    @Option(names = "--url", description = "a superuser's JDBC URL instead of an embedded PostgreSQL")
    private @Nullable String url;

    @Spec
    private @Nullable CommandSpec spec;

    /** Runs the program; {@code --help} lists the options. */
    public static void main(String[] args) {
        System.exit(new CommandLine(new BackfillBench()).execute(args));
    }

    @Override
    public Integer call() throws Exception {
        if (spec == null) {
            throw new IllegalStateException("picocli sets the specification of a command that it runs");
        }
        PrintWriter out = spec.commandLine().getOut();
        try (Server server = Server.open(url)) {
            out.println(server.description() + "\n");
            String template = server.create();
            BackfillWork.fill(Server.source(server.url(template)), rows);
            compare(server, template, out);
            watch(server, template, out);
        }
        out.flush();
        return 0;
    }

    private void compare(Server server, String template, PrintWriter out) throws Exception {
        out.println(
                "| rows | rows of a batch | loop, ms | migrate, ms | ratio | round trips of a batch: loop, migrate |\n"
                        + "|---|---|---|---|---|---|");
        for (int batch : batches) {
            List<Long> loop = new ArrayList<>();
            List<Long> migrate = new ArrayList<>();
            // The first of each is for the virtual machine to learn.
            for (int run = 0; run <= runs; run++) {
                for (int turn = 0; turn < 2; turn++) {
                    boolean byHand = (run + turn) % 2 == 0;
                    (byHand ? loop : migrate).add(once(server, template, batch, byHand));
                }
            }
            double hand = Medians.of(loop.stream().skip(1).mapToLong(Long::longValue)) / 1e6;
            double own = Medians.of(migrate.stream().skip(1).mapToLong(Long::longValue)) / 1e6;
            out.println(String.format(
                    Locale.ROOT,
                    "| %d | %d | %.0f | %.0f | %.2fx | %.1f, %.1f |",
                    rows,
                    batch,
                    hand,
                    own,
                    own / hand,
                    roundTrips(server, template, batch, true),
                    roundTrips(server, template, batch, false)));
            out.flush();
        }
    }

    private long once(Server server, String template, int batch, boolean byHand) throws SQLException {
        String database = server.copy(template);
        server.settle();
        long start = System.nanoTime();
        process(server.url(database), batch, byHand);
        long nanos = System.nanoTime() - start;
        new BackfillWork(Server.source(server.url(database))).check(rows);
        server.drop(database);
        return nanos;
    }

    private static void process(String url, int batch, boolean byHand) throws SQLException {
        BackfillWork work = new BackfillWork(Server.source(url));
        if (byHand) {
            work.byHand(batch);
        } else {
            work.byMigrate(new BackfillSettings(
                    Duration.ofMinutes(1), batch, batch, 0, Duration.ofSeconds(2), 10, ThrottleSettings.defaults()));
        }
    }

    /** Counts them in a run that is not measured; connecting and whatever else is done once is in it. */
    private double roundTrips(Server server, String template, int batch, boolean byHand) throws Exception {
        String database = server.copy(template);
        try (WireCounter wire = new WireCounter(server.url(database))) {
            process(wire.url(), batch, byHand);
            return wire.turns() / Math.ceil((double) rows / batch);
        } finally {
            server.drop(database);
        }
    }

    private void watch(Server server, String template, PrintWriter out) throws Exception {
        out.println("\n| | queries | median, ms | 99 %, ms | longest, ms |\n|---|---|---|---|---|");
        String database = server.copy(template);
        BackfillWork work = new BackfillWork(Server.source(server.url(database)));
        try (BackfillClients alone = BackfillClients.start(Server.source(server.url(database)), clients, rows)) {
            Thread.sleep(10_000);
            out.println(alone.line("nothing else"));
        }
        BackfillSettings settings = BackfillSettings.defaults();
        try (BackfillClients beside = BackfillClients.start(Server.source(server.url(database)), clients, rows)) {
            work.byMigrate(settings);
            out.println(
                    beside.line("a backfill, batch-time " + settings.batchTime().toMillis() + " ms"));
        }
        server.drop(database);
    }
}
