package dev.migrate.benchmarks;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
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

/** Compares databases with what they should be: migrate, Liquibase and Hibernate side by side. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Measures how long it takes to tell whether a database is as it should be.")
public final class CheckBench implements Callable<Integer> {

    @Option(names = "--tables", split = ",", defaultValue = "50,500,2000", description = "how many; ${DEFAULT-VALUE}")
    private List<Integer> tables = List.of();

    @Option(names = "--runs", defaultValue = "3", description = "how many runs to take medians of; ${DEFAULT-VALUE}")
    private int runs;

    @Option(names = "--url", description = "a superuser's JDBC URL instead of an embedded PostgreSQL")
    private @Nullable String url;

    @Spec
    private @Nullable CommandSpec spec;

    /** Runs the program; {@code --help} lists the options. */
    public static void main(String[] args) {
        System.exit(new CommandLine(new CheckBench()).execute(args));
    }

    @Override
    public Integer call() throws Exception {
        if (spec == null) {
            throw new IllegalStateException("picocli sets the specification of a command that it runs");
        }
        PrintWriter out = spec.commandLine().getOut();
        try (Server server = Server.open(url)) {
            out.println("| tables | differences | tool | first call, ms | warm, ms |\n|---|---|---|---|---|");
            for (int count : tables) {
                measure(server, count, out);
            }
        }
        out.flush();
        return 0;
    }

    private void measure(Server server, int count, PrintWriter out) throws Exception {
        Path folder = Files.createTempDirectory("migrate-check");
        CheckModel.write(folder, count);
        String same = server.create();
        CheckModel.create(folder, Server.source(server.url(same)));
        String reference = server.copy(same);
        String other = server.copy(same);
        CheckModel.disturb(Server.source(server.url(other)));
        for (String database : List.of(same, other)) {
            boolean differs = database.equals(other);
            for (CheckTool tool : CheckTool.values()) {
                boolean found = tool.differs(folder, server.url(database), server.url(reference));
                if (found != differs && tool == CheckTool.MIGRATE) {
                    throw new IllegalStateException(tool + " is wrong about " + count + " tables");
                }
                Measurement median = median(server, folder, tool, List.of(database, reference));
                out.println(String.format(
                        Locale.ROOT,
                        "| %d | %s | %s | %.0f | %.0f |",
                        count,
                        differs ? "ten" : "none",
                        tool.name().toLowerCase(Locale.ROOT),
                        median.firstNanos() / 1e6,
                        median.warmNanos() / 1e6));
                out.flush();
            }
        }
        for (String database : List.of(same, reference, other)) {
            server.drop(database);
        }
        Files.delete(folder.resolve(CheckModel.FILE));
        Files.delete(folder);
    }

    private Measurement median(Server server, Path folder, CheckTool tool, List<String> databases) throws Exception {
        List<Measurement> measured = new ArrayList<>();
        for (int run = 0; run < runs; run++) {
            server.settle();
            measured.add(start(tool, folder, server.url(databases.get(0)), server.url(databases.get(1))));
        }
        return new Measurement(
                Medians.of(measured.stream().mapToLong(Measurement::firstNanos)),
                Medians.of(measured.stream().mapToLong(Measurement::warmNanos)),
                0);
    }

    private static Measurement start(CheckTool tool, Path folder, String url, String reference) throws Exception {
        Path result = Files.createTempFile("migrate-check", ".result");
        Path log = Files.createTempFile("migrate-check", ".log");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        CheckChild.class.getName(),
                        tool.name(),
                        folder.toString(),
                        result.toString(),
                        url,
                        reference)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (process.waitFor() != 0) {
            throw new IllegalStateException("A measured process failed:\n" + Files.readString(log));
        }
        Measurement measurement = Measurement.read(result);
        Files.delete(result);
        Files.delete(log);
        return measurement;
    }
}
