package dev.migrate.sample.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The packaged application, configured by variables of its environment and run as users run it, in a JVM of its own. */
final class SampleJar {

    private static final Pattern SETTINGS =
            Pattern.compile("(SPRING|MIGRATE|SERVER|SAMPLE|MANAGEMENT|LOGGING|PG)_?.*|J\\w+_OPTIONS");

    private final Path folder;
    private final Map<String, String> environment = new LinkedHashMap<>();
    private final List<SampleProcess> started = new ArrayList<>();

    /**
     * Runs the jar without settings.
     *
     * @param folder for what the processes write
     */
    SampleJar(Path folder) {
        this.folder = folder;
    }

    SampleJar with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /** Runs a command to its end. */
    Outcome migrate(String... words) throws Exception {
        return startMigrate(words).outcome();
    }

    SampleProcess startMigrate(String... words) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("migrate"));
        arguments.addAll(Arrays.asList(words));
        return start(arguments);
    }

    /** Starts the application itself, which tells its port. */
    SampleProcess startApplication() throws IOException {
        return start(List.of());
    }

    private SampleProcess start(List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-jar",
                System.getProperty("sample.jar")));
        command.addAll(arguments);
        return start(folder, command);
    }

    /** Starts any command with these settings. */
    SampleProcess start(Path directory, List<String> command) throws IOException {
        Path out = Files.createTempFile(folder, "out", ".txt");
        Path err = Files.createTempFile(folder, "err", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        // Settings of whoever runs the tests are none of theirs.
        builder.environment().keySet().removeIf(name -> SETTINGS.matcher(name).matches());
        builder.environment().putAll(environment);
        SampleProcess process = new SampleProcess(builder.start(), out, err);
        started.add(process);
        return process;
    }

    /** Ends whatever a test has left running. */
    void killAll() throws Exception {
        for (SampleProcess process : started) {
            process.kill();
        }
    }
}
