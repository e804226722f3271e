package dev.migrate.benchmarks.faults;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import dev.migrate.benchmarks.faults.Change.Kind;

/** Runs the rows of the fault suite that need processes, for every tool, and prints what came of them as Markdown. */
@Command(
        name = "faults",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Kills processes of migrate, Flyway and Liquibase, and counts what that leads to.")
public final class FaultBench implements Callable<Integer> {

    @Option(names = "--rows", split = ",", description = "${COMPLETION-CANDIDATES}; all without the option")
    private List<Row> rows = List.of(Row.values());

    @Option(names = "--tools", split = ",", description = "${COMPLETION-CANDIDATES}; all without the option")
    private List<Tool> tools = List.of(Tool.values());

    @Option(names = "--revisions", defaultValue = "500", description = "of F1; ${DEFAULT-VALUE}")
    private int revisions;

    @Option(names = "--kills", defaultValue = "2000", description = "of F1; ${DEFAULT-VALUE}")
    private int kills;

    @Option(names = "--rounds", defaultValue = "100", description = "of F2 and F3; ${DEFAULT-VALUE}")
    private int rounds;

    @Option(names = "--starts", defaultValue = "50", description = "at once in F2 and F3; ${DEFAULT-VALUE}")
    private int starts;

    @Option(names = "--orphans", defaultValue = "100", description = "of each kind of F7; ${DEFAULT-VALUE}")
    private int orphans;

    @Option(names = "--backfill-rows", defaultValue = "1000000", description = "of F10; ${DEFAULT-VALUE}")
    private int backfillRows;

    @Option(names = "--backfill-kills", defaultValue = "300", description = "of each part of F10; ${DEFAULT-VALUE}")
    private int backfillKills;

    @Option(names = "--statement-seconds", defaultValue = "8", description = "of F7; ${DEFAULT-VALUE}")
    private double seconds;

    @Option(names = "--patience", defaultValue = "60", description = "seconds until a start is stuck; ${DEFAULT-VALUE}")
    private long patience;

    @Option(names = "--limit", defaultValue = "3600", description = "seconds for each row and tool; ${DEFAULT-VALUE}")
    private long limit;

    @Option(names = "--seed", description = "of F1 and F10; drawn and printed without the option")
    private long seed = System.nanoTime();

    @Option(names = "--url", description = "a superuser's JDBC URL instead of an embedded PostgreSQL")
    private @Nullable String url;

    @Spec
    private @Nullable CommandSpec spec;

    /** Runs the program; {@code --help} lists the options. */
    public static void main(String[] args) {
        System.exit(new CommandLine(new FaultBench())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(args));
    }

    @Override
    public Integer call() throws Exception {
        Path root = Files.createTempDirectory("migrate-faults");
        boolean clean = true;
        try (FaultServer server = FaultServer.open(url)) {
            PrintWriter out = commandSpec().commandLine().getOut();
            out.println("PostgreSQL " + server.version() + ", seed " + seed + "\n");
            for (Row row : rows) {
                for (Tool tool : tools) {
                    clean &= run(row, tool, server, root, out) || tool != Tool.MIGRATE;
                    out.flush();
                }
            }
        } finally {
            delete(root);
        }
        return clean ? 0 : 3;
    }

    private boolean run(Row row, Tool tool, FaultServer server, Path root, PrintWriter out) throws Exception {
        Limits limits = Limits.of(patience, limit);
        if (row == Row.LOCK) {
            measure(tool, server, root, out);
            return true;
        }
        if (row == Row.F10) {
            return tool != Tool.MIGRATE || backfills(server, root, out);
        }
        List<Change> changes =
                switch (row) {
                    case F1 -> Changes.mixed(revisions);
                    case F2 -> Changes.plain(10);
                    case F3 -> Changes.aroundAnIndex();
                    case F7_TRANSACTION -> Changes.slow(Kind.TRANSACTIONAL, seconds);
                    case F7_INDEX -> Changes.slow(Kind.CONCURRENT_INDEX, seconds);
                    default -> Changes.slow(Kind.OUTSIDE, seconds);
                };
        Launcher launcher = launcher(row.name(), tool, changes, root);
        Tally tally =
                switch (row) {
                    case F1 -> new KillRow(launcher, tool, changes, server, limits).run(seed, kills);
                    case F2, F3 -> new CrowdRow(launcher, tool, changes, server, limits).run(rounds, starts);
                    default -> new OrphanRow(launcher, tool, changes, server, limits).run(orphans, 15);
                };
        out.println(tally.line(row.name(), tool));
        out.print(tally.details());
        return tally.isClean();
    }

    private void measure(Tool tool, FaultServer server, Path root, PrintWriter out) throws Exception {
        LockRow row = new LockRow(server, Limits.of(patience, limit));
        if (tool == tools.get(0)) {
            out.println(row.measure(tool, null, (int) seconds).line("plain ALTER TABLE"));
        }
        Launcher launcher = launcher(Row.LOCK.name(), tool, LockRow.changes(), root);
        out.println(row.measure(tool, launcher, (int) seconds).line(tool.name().toLowerCase(Locale.ROOT)));
    }

    /** Few rows, so that beginning and end come often, then many. */
    private boolean backfills(FaultServer server, Path root, PrintWriter out) throws Exception {
        Launcher launcher = new Launcher(Tool.MIGRATE, BackfillChild.class, root, root.resolve("backfill.jsa"));
        boolean clean = true;
        for (int count : List.of(Math.min(backfillRows, 2_000), backfillRows)) {
            Tally tally = new BackfillRow(launcher, server, Limits.of(patience, limit)).run(seed, count, backfillKills);
            out.println(tally.line("F10, " + count + " rows", Tool.MIGRATE));
            out.print(tally.details());
            clean &= tally.isClean();
        }
        return clean;
    }

    private static Launcher launcher(String row, Tool tool, List<Change> changes, Path root) throws IOException {
        Path folder = Files.createDirectories(root.resolve(row + "-" + tool));
        tool.contender().write(folder, changes);
        return new Launcher(tool, Child.class, folder, root.resolve(tool + ".jsa"));
    }

    private CommandSpec commandSpec() {
        if (spec == null) {
            throw new IllegalStateException("picocli sets the specification of a command that it runs");
        }
        return spec;
    }

    private static void delete(Path root) throws IOException {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> all = Files.walk(root)) {
            all.sorted(Comparator.reverseOrder()).forEach(files::add);
        }
        for (Path file : files) {
            Files.delete(file);
        }
    }

    /** The rows of this program, see the reliability reference. */
    enum Row {
        F1,
        F2,
        F3,
        F7_TRANSACTION,
        F7_INDEX,
        F7_OUTSIDE,
        F10,
        LOCK
    }
}
