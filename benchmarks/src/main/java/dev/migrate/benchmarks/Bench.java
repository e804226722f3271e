package dev.migrate.benchmarks;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures all tools side by side, run after run in turns, and prints the medians as Markdown. */
@Command(
        name = "benchmarks",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Measures migrate, Flyway, Liquibase and plain JDBC side by side.")
public final class Bench implements Callable<Integer> {

    private static final int TOGETHER = 8;

    private static final Work COUNTED_SMALL = new Work(Kind.APPLY, 10);

    private static final Work COUNTED = new Work(Kind.APPLY, 100);

    private static final Work COUNTED_PENDING = new Work(Kind.NOTHING_PENDING, 1_000);

    @Option(names = "--runs", defaultValue = "5", description = "how many runs to take medians of; ${DEFAULT-VALUE}")
    private int runs;

    @Option(
            names = "--work",
            split = ",",
            converter = WorkReader.class,
            description =
                    "what to measure, such as pending-5000,apply-100,single-1000,rollback-100,list-10000,together-100;"
                            + " all of it without the option")
    private List<Work> works = Work.ALL;

    @Option(names = "--tools", split = ",", description = "${COMPLETION-CANDIDATES}; all without the option")
    private List<Tool> tools = List.of(Tool.values());

    @Option(names = "--url", description = "a superuser's JDBC URL instead of an embedded PostgreSQL")
    private @Nullable String url;

    @Option(names = "--no-count", description = "do not count round trips and connections")
    private boolean uncounted;

    @Spec
    private @Nullable CommandSpec spec;

    /** Runs the program; {@code --help} lists the options. */
    public static void main(String[] args) {
        System.exit(new CommandLine(new Bench())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(args));
    }

    @Override
    public Integer call() throws Exception {
        Path root = Files.createTempDirectory("migrate-bench");
        try (Server server = Server.open(url)) {
            measure(server, root);
        } finally {
            delete(root);
        }
        return 0;
    }

    private void measure(Server server, Path root) throws Exception {
        Results results = new Results();
        Fixtures fixtures = new Fixtures(server, root);
        Path jar = Path.of(
                Bench.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        Fork fork = new Fork(jar, Files.createDirectory(root.resolve("results")));
        Round round = new Round(server, fixtures, fork);
        List<Tool> turn = new ArrayList<>(tools);
        for (int run = 1; run <= runs; run++) {
            for (Work work : works) {
                for (Tool tool : turn) {
                    if (tool.contestant().does(work.kind())) {
                        Object measured = measure(round, results, tool, work);
                        say("run " + run + " of " + runs + ": " + work + " " + tool + " " + measured);
                    }
                }
            }
            // Whoever comes first finds the machine as the last work has left it.
            Collections.rotate(turn, 1);
        }
        if (!uncounted) {
            for (Tool tool : tools) {
                say("counting: " + tool);
                results.count(
                        tool,
                        new Counts(
                                round.traffic(tool, COUNTED_PENDING),
                                round.traffic(tool, COUNTED_SMALL),
                                round.traffic(tool, COUNTED)));
            }
        }
        PrintWriter out = commandSpec().commandLine().getOut();
        out.print(new Report(results, tools).text(server.description(), runs));
        out.flush();
    }

    private static Object measure(Round round, Results results, Tool tool, Work work) throws Exception {
        if (work.kind() == Kind.TOGETHER) {
            Together crowds = new Together(round.together(tool, work, 1), round.together(tool, work, TOGETHER));
            results.together(work, tool, crowds);
            return crowds;
        }
        Measurement measurement = round.alone(tool, work);
        results.add(work, tool, measurement);
        return measurement;
    }

    private void say(String text) {
        PrintWriter err = commandSpec().commandLine().getErr();
        err.println(text);
        err.flush();
    }

    private CommandSpec commandSpec() {
        if (spec == null) {
            throw new IllegalStateException("picocli sets the specification of a command that it runs");
        }
        return spec;
    }

    private static void delete(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> {
                try {
                    Files.delete(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    /** Reads a work from the command line. */
    static final class WorkReader implements CommandLine.ITypeConverter<Work> {

        @Override
        public Work convert(String text) {
            try {
                return Work.parse(text);
            } catch (IllegalArgumentException e) {
                throw new CommandLine.TypeConversionException(String.valueOf(e.getMessage()));
            }
        }
    }
}
